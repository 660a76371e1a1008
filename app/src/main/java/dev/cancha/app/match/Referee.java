package dev.cancha.app.match;

import dev.cancha.common.game.Result;
import dev.cancha.common.message.Json;
import dev.cancha.server.room.Outcome.Refused;
import dev.cancha.server.room.RoomState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plays one match: asks who is in turn, brings what they decide before the court, and has those resign who fail.
 * Owner: the thread that plays it.
 */
final class Referee {
  private final Terms terms;
  private final Court court;
  private final Watch watch;
  private final SortedMap<Integer, Mind> minds;
  private final List<Fault> faults = new ArrayList<>();
  private int acts;
  private int ticks;
  private int first = -1;
  /** What was seen when those of a game that ticks were asked last. */
  private @Nullable Object known;

  /**
   * What applies to all matches.
   *
   * @param ticks whether the game does
   * @param most how many acts, or ticks, a match may take
   * @param lenient who wants what is against the rules does the first thing that it may, as in a room, and plays on
   */
  record Terms(boolean ticks, int most, boolean lenient) {}

  /** What a seat was asked, and when. */
  private record Open(int seat, RoomState asked, Mind.Answer answer) {}

  /** {@code minds} by seat; they are closed by whoever made them. */
  Referee(Terms terms, Court court, Watch watch, List<Mind> minds) {
    this.terms = terms;
    this.court = court;
    this.watch = watch;
    this.minds = new TreeMap<>();
    for (int seat = 0; seat < minds.size(); seat++) {
      this.minds.put(seat, minds.get(seat));
    }
  }

  /** How {@code fixture} went, played to its end. */
  Played play(Fixture fixture) {
    court.begin();
    SortedSet<Integer> begin = court.turns().inTurn(court.state());
    first = begin.size() == 1 ? begin.first() : -1;
    while (court.result() == null && acts + ticks < terms.most) {
      if (terms.ticks) {
        tick();
      } else {
        turn();
      }
    }
    Result result = court.result();
    int seats = fixture.bots().size();
    List<Integer> ranks = new ArrayList<>(Collections.nCopies(seats, 1));
    if (result != null) {
      result.ranks().forEach(ranks::set);
    }
    return new Played(fixture.number(), fixture.group(), fixture.bots(), court.occasion().seed().hex(), ranks,
        result == null ? Played.UNFINISHED : result.reason(), terms.ticks ? counted() : acts, ticks, first,
        faults);
  }

  /** In a game that ticks, as the court knows them. */
  private int counted() {
    return (int) court.moves().stream().filter(move -> move.action() != null).count();
  }

  /** All that are in turn think at once, of the same state; then they act by the order of their seats. */
  private void turn() {
    List<Open> open = asked(court.turns().inTurn(court.state()));
    if (open.isEmpty()) {
      throw new IllegalStateException("nobody can act, and the match is not over");
    }
    for (Open each : open) {
      if (court.result() == null && court.turns().inTurn(court.state()).contains(each.seat)) {
        act(each);
      }
    }
  }

  private List<Open> asked(SortedSet<Integer> seats) {
    List<Open> open = new ArrayList<>();
    RoomState state = court.state();
    for (int seat : seats) {
      Mind mind = minds.get(seat);
      Mind.Answer answer = mind == null ? null : mind.ask(new Mind.Question(court.turns(), state, seat));
      if (answer != null) {
        open.add(new Open(seat, state, answer));
      }
    }
    return open;
  }

  private void act(Open open) {
    Json action;
    try {
      action = open.answer.await();
    } catch (Failed failed) {
      fail(open.seat, failed);
      return;
    }
    Refused refused = court.act(open.seat, action);
    if (refused == null) {
      acts++;
    } else if (sawLess(open)) {
      again(open.seat); // what was right is wrong since another has acted
    } else {
      illegal(open.seat, action, refused);
    }
  }

  @SuppressWarnings("ReferenceEquality") // what did not change is handed on as it was
  private boolean sawLess(Open open) {
    return court.state() != open.asked;
  }

  private void again(int seat) {
    for (Open open : asked(Collections.unmodifiableSortedSet(new java.util.TreeSet<>(List.of(seat))))) {
      act(open);
    }
  }

  private void illegal(int seat, Json action, Refused refused) {
    watch.refused(refused);
    fail(seat, new Failed(FaultKind.ILLEGAL, "wanted " + action + ", but " + refused.message()));
  }

  /** It gives up, or does the first thing that it may where that is enough. */
  private void fail(int seat, Failed failed) {
    faults.add(new Fault(seat, failed.kind(), acts + ticks + 1, String.valueOf(failed.getMessage())));
    Json instead = terms.lenient && failed.kind() == FaultKind.ILLEGAL
        ? court.turns().first(court.state(), seat)
        : null;
    if (instead == null) {
      minds.remove(seat);
      court.resign(seat);
    } else if (!terms.ticks && court.act(seat, instead) == null) {
      acts++;
    }
  }

  /** Bots are asked where there is something new to see, and time stands still until all have answered. */
  @SuppressWarnings("ReferenceEquality") // what did not change is handed on as it was
  private void tick() {
    Object view = court.state().shown().document().view();
    SortedMap<Integer, Json> decided = new TreeMap<>();
    if (view != known || court.state().shown().mes().size() > 0) {
      known = view;
      for (Open open : asked(court.turns().inTurn(court.state()))) {
        try {
          decided.put(open.seat, open.answer.await());
        } catch (Failed failed) {
          fail(open.seat, failed);
        }
      }
    }
    if (court.result() != null) {
      return;
    }
    court.tick(decided).forEach((seat, refused) -> {
      if (court.result() == null) {
        illegal(seat, Objects.requireNonNull(decided.get(seat)), refused);
      }
    });
    ticks++;
  }
}
