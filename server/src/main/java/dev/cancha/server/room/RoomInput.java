package dev.cancha.server.room;

import dev.cancha.common.message.Json;
import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.room.Outcome.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen to a room. Carries everything that its effect depends on, time and chance too. */
public sealed interface RoomInput {
  /** Room time: milliseconds since the room opened, never going back. */
  long at();

  /** What happens by itself: everything but a tick. */
  sealed interface Single extends RoomInput {}

  /**
   * A tick of a running match: {@code inputs} take effect, in their order, and then the game's own tick. All of that
   * is one revision. Each input's own time tells when it came; what it does, it does at the time of the tick.
   */
  record Tick(long at, List<Single> inputs) implements RoomInput {
    public Tick {
      inputs = List.copyOf(inputs);
    }

    /** The same without the inputs that had no effect: it leads to the same state. */
    public Tick effective(List<Verdict> verdicts) {
      List<Single> effective = new ArrayList<>(inputs.size());
      for (int i = 0; i < inputs.size(); i++) {
        if (verdicts.get(i) instanceof Outcome.Applied) {
          effective.add(inputs.get(i));
        }
      }
      return effective.size() == inputs.size() ? this : new Tick(at, effective);
    }
  }

  /** What a session asks for; it must be in the room. */
  sealed interface FromSession extends Single {
    SessionId session();
  }

  /**
   * For a match that this input may start: its seed and its id.
   *
   * @param wallMillis wall-clock time in milliseconds since 1970, for those who look the match up later
   */
  record Draw(Seed seed, String match, long wallMillis) {}

  /**
   * Comes in; to any free seat where {@code seat} is absent.
   *
   * @param company the bots that who opens the room brings along; absent for all others
   */
  record Enter(long at, Arrival who, @Nullable Integer seat, boolean spectate,
      @Nullable Company company) implements Single {
    /** Alone. */
    public Enter(long at, Arrival who, @Nullable Integer seat, boolean spectate) {
      this(at, who, seat, spectate, null);
    }
  }

  /** So many of one bot. */
  record Company(String bot, int count) {}

  record Arrival(SessionId session, String id, String name) {}

  record Leave(long at, SessionId session, Draw draw) implements FromSession {}

  /** Sends away who sits on {@code seat}, or {@code player} by id. */
  record Kick(long at, SessionId session, @Nullable Integer seat, @Nullable String player,
      Draw draw) implements FromSession {}

  /** {@code newCode} is the code to have where the visibility changes. */
  record Configure(long at, SessionId session, Changes changes, String newCode) implements FromSession {}

  /** What is to change; absent members stay. */
  record Changes(@Nullable Json options, @Nullable Settings settings, @Nullable Integer seats,
      @Nullable Visibility visibility, boolean dropPassword, @Nullable PasswordHash password) {}

  /** Takes a seat, or stands up where {@code seat} is absent. */
  record Sit(long at, SessionId session, @Nullable Integer seat, Draw draw) implements FromSession {}

  /** {@code rematch}: asked for as such, which is right in {@code over} only. */
  record Ready(long at, SessionId session, boolean ready, boolean rematch,
      Draw draw) implements FromSession {}

  record Start(long at, SessionId session, Draw draw) implements FromSession {}

  /**
   * Puts a bot on a seat, or takes it away.
   *
   * @param bot one that the game has; absent where it does not have the one that was asked for
   */
  record Bot(long at, SessionId session, int seat, @Nullable String bot, boolean remove,
      Draw draw) implements FromSession {}

  /** What the bot on {@code seat} has decided; {@code rev} is the one at which the turn began that it is about. */
  record BotAct(long at, int seat, Json action, long rev) implements Single {}

  /** {@code rev} is the revision it was decided on, where the client said it. */
  record Act(long at, SessionId session, long seq, Json action, @Nullable Long rev) implements FromSession {}

  record Resign(long at, SessionId session) implements FromSession {}

  /** The session's connection is lost. */
  record Lost(long at, SessionId session) implements FromSession {}

  /** The session has a connection again. */
  record Back(long at, SessionId session) implements FromSession {}

  /** A deadline has come: clocks have run out, graces are over. */
  record Elapsed(long at, Draw draw) implements Single {}

  /**
   * The room goes on from what is stored, after its process or its journal failed.
   *
   * @param skipped how many revisions may have been shown beyond those that are stored: they are not given again
   * @param alone whether all connections are lost; then every grace starts anew
   */
  record Restored(long at, long skipped, boolean alone) implements Single {}

  /** The rules broke at some input, which stands in no journal since it would break them again. The room ends. */
  record Aborted(long at) implements Single {}
}
