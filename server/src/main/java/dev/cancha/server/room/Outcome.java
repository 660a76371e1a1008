package dev.cancha.server.room;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.LeftReason;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What an input leads to. */
public sealed interface Outcome {
  /** What became of one input of a tick. */
  sealed interface Verdict permits Applied, Refused, Duplicate {}

  /** It took effect. */
  record Applied() implements Verdict {}

  /** Nothing changes; {@code message} is a sentence for the player. */
  record Refused(ErrorCode code, String message) implements Outcome, Verdict {}

  /** Nothing changes, since it was so already. */
  record Unchanged() implements Outcome {}

  /** Nothing changes: this act was applied before. */
  record Duplicate() implements Outcome, Verdict {}

  /**
   * The room goes on in {@code state}; its {@code rev} tells whether the document changed.
   *
   * @param acks seat to the highest {@code seq} applied, of the seats whose acts this input answered
   * @param events the public happenings of this step, in order
   * @param departures who is no longer in the room
   * @param closed nobody is left, and the room ends
   * @param verdicts what became of each input of a tick, in their order; empty for any other input
   * @param ended the match that is over since this step, if one is
   */
  record Changed(RoomState state, SortedMap<Integer, Long> acks, List<Json> events,
      List<Departure> departures, boolean closed, List<Verdict> verdicts,
      @Nullable MatchEnd ended) implements Outcome {
    /** Takes over {@code acks}, which nobody changes any more. */
    public Changed {
      acks = Collections.unmodifiableSortedMap(acks);
      events = List.copyOf(events);
      departures = List.copyOf(departures);
      verdicts = List.copyOf(verdicts);
    }
  }

  record Departure(SessionId session, LeftReason reason) {}
}
