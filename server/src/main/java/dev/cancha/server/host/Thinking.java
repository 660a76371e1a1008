package dev.cancha.server.host;

import dev.cancha.common.bots.SplitMix;
import dev.cancha.common.message.Json;
import dev.cancha.server.bots.BotLimits;
import dev.cancha.server.bots.Player;
import dev.cancha.server.room.BotTurns;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomState;
import dev.cancha.server.room.Seat;
import dev.cancha.server.room.Shown;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks the bots of a room, whose turn it is, and brings what they decide. They think elsewhere; here a question only
 * waits. In a turn-based game an act comes after a delay that is drawn before, and when that was too short for the bot,
 * a second later, and so on: so when it comes tells next to nothing of what the bot thought about. In a game that ticks
 * it comes at once, for the next tick. Owner: the room's event loop.
 */
final class Thinking {
  private static final long AGAIN_MILLIS = 1_000;

  private final RoomHost host;
  private final BotLimits limits;
  private final String game;
  private final BotPlayers players;
  private final BotTurns<?, ?> turns;
  private final RoomTime time;
  private final SplitMix chance;
  /** Seat to what its bot is asked. */
  private final SortedMap<Integer, Question> asked = new TreeMap<>();
  private final boolean ticks;
  /** Those that were looked at last, and whether a bot plays one of them: most rooms have none. */
  private SortedMap<Integer, Seat> seats = Collections.emptySortedMap();
  private boolean anyBots;
  /** What was seen when bots were asked last. */
  private @Nullable Shown known;
  /** A bot has failed here before. */
  private boolean failed;

  /** What one bot is to decide. Owner: the room's event loop. */
  private static final class Question {
    final int seat;
    final long since;
    final long askedAt;
    final @Nullable Object view;
    /** Absent in a game that ticks, and once it has rung for the last time. */
    @Nullable
    ScheduledFuture<?> alarm;
    @Nullable
    Json answer;
    /** There will be no answer. */
    boolean silent;
    /** The bot's act was tried, and was not right. */
    boolean tried;

    Question(int seat, long since, long askedAt, @Nullable Object view) {
      this.seat = seat;
      this.since = since;
      this.askedAt = askedAt;
      this.view = view;
    }
  }

  Thinking(RoomHost host, RoomPorts ports, Ground ground) {
    this.host = host;
    limits = ports.bots().limits();
    game = ground.state().shown().document().game();
    players = new BotPlayers(ports.bots(), game, ground.id());
    turns = ground.room().botTurns();
    ticks = ground.room().tickMillis(1) > 0;
    time = ground.time();
    chance = new SplitMix(Long.parseUnsignedLong(ports.entropy().hex().substring(16), 16));
  }

  /**
   * Asks those who are in turn in {@code state} and were not asked yet; who is not in turn any more is forgotten.
   * In a game that ticks they are asked when there is something new to see.
   */
  @SuppressWarnings("ReferenceEquality") // what did not change is handed on as it was
  void look(RoomState state) {
    players.look(state);
    if (seats != state.roster().seats()) {
      seats = state.roster().seats();
      anyBots = seats.values().stream().anyMatch(seat -> seat.bot() != null);
    }
    if (!anyBots && asked.isEmpty()) {
      return;
    }
    SortedMap<Integer, Long> inTurn = turns.of(state);
    for (Question question : List.copyOf(asked.values())) {
      Long since = inTurn.get(question.seat);
      if (since == null || since != question.since
          || (ticks && overdue(question) && giveUp(question, state))) {
        drop(question);
      }
    }
    Shown shown = state.shown();
    boolean news = !ticks || known == null || known.document().view() != shown.document().view()
        || !known.mes().equals(shown.mes());
    known = shown;
    if (news) {
      inTurn.forEach((seat, since) -> {
        if (!asked.containsKey(seat)) {
          ask(question(seat, since, state), state);
        }
      });
    }
  }

  /** Nobody is asked any more, and what comes is not heard. */
  void forget() {
    List.copyOf(asked.values()).forEach(this::drop);
  }

  /** The room is over: nobody plays any more. */
  void end() {
    forget();
    players.close();
  }

  /** As seen from another thread, when this one never comes back: only what bots have outside is let go. */
  void abandon() {
    players.close();
  }

  private void drop(Question question) {
    asked.remove(question.seat);
    if (question.alarm != null) {
      question.alarm.cancel(false);
    }
  }

  private Question question(int seat, long since, RoomState state) {
    return new Question(seat, since, time.now(), state.shown().document().view());
  }

  private boolean overdue(Question question) {
    return time.now() - question.askedAt >= limits.patience().toMillis();
  }

  /** Whether the bot on that seat may be asked anew. */
  private boolean giveUp(Question question, RoomState state) {
    Player player = players.of(state, question.seat);
    return player == null || player.giveUp();
  }

  private void ask(Question question, RoomState state) {
    Player player = players.of(state, question.seat);
    long own = player == null ? 0 : chance.next();
    asked.put(question.seat, question);
    if (!ticks) {
      int range = (int) limits.maxDelay().minus(limits.minDelay()).toMillis();
      ring(question, limits.minDelay().toMillis() + chance.below(range + 1));
    }
    if (player == null) {
      answered(question, null, null);
    } else if (!player.ask(new Player.Asking(turns, state, question.seat, new SplitMix(own),
        limits.patience().toMillis()), answersTo(question))) {
      drop(question); // there is nothing to decide
    }
  }

  private Player.Answers answersTo(Question question) {
    return new Player.Answers() {
      @Override
      public void decided(Json act) {
        host.run(() -> answered(question, act, null));
      }

      @Override
      public void failed(@Nullable Throwable broken) {
        host.run(() -> answered(question, null, broken));
      }
    };
  }

  /** A bot that breaks does the first thing that it may, but no sooner than if it had thought. */
  private void answered(Question question, @Nullable Json answer, @Nullable Throwable broken) {
    if (broken != null && !failed) { // in a game that ticks the next time is soon
      failed = true;
      RoomHost.LOG.warn("room {} of {}: the bot on seat {} failed", host.id(), game, question.seat, broken);
    }
    if (isOpen(question)) {
      question.answer = answer;
      question.silent = answer == null;
      if (ticks) {
        drop(question);
        if (answer != null) {
          give(question, answer);
        }
      }
    }
  }

  private void ring(Question question, long inMillis) {
    question.alarm = time.schedule(time.now() + inMillis, () -> host.run(() -> due(question)));
  }

  private void due(Question question) {
    if (!isOpen(question)) {
      return;
    }
    question.alarm = null;
    Json answer = question.answer;
    if (answer != null) {
      give(question, answer);
    } else if (!question.silent && !overdue(question)) {
      ring(question, AGAIN_MILLIS);
      return;
    } else if (!question.silent) {
      giveUp(question, host.state());
    }
    if (isOpen(question) && answer != null && sawLess(question)) {
      drop(question); // as when another has left meanwhile: what was right is wrong now
      ask(question(question.seat, question.since, host.state()), host.state());
    } else if (isOpen(question) && !question.tried) {
      question.tried = true;
      Json first = turns.first(host.state(), question.seat);
      RoomHost.LOG.warn("room {}: the bot on seat {} {}, and does the first thing that it may", host.id(),
          question.seat,
          answer == null ? "did not decide" : "wanted what is against the rules: " + answer);
      if (first != null) {
        give(question, first);
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // what did not change is handed on as it was
  private boolean sawLess(Question question) {
    return host.state().shown().document().view() != question.view;
  }

  private void give(Question question, Json act) {
    host.course()
        .step(new RoomInput.BotAct(host.now(), question.seat, act, question.since), Asker.NOBODY);
  }

  @SuppressWarnings("ReferenceEquality") // another question may be the same in all it says
  private boolean isOpen(Question question) {
    return asked.get(question.seat) == question;
  }
}
