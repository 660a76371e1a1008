package dev.cancha.server.room;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.Phase;
import dev.cancha.server.room.Outcome.Departure;
import dev.cancha.server.room.Outcome.Refused;
import dev.cancha.server.room.RoomInput.FromSession;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The next state in the making. What works on it may give up half-way by refusing: then nothing of it is used. Owner:
 * the one step that made it; it never leaves that step.
 */
final class Draft {
  final RoomState before;
  final long at;
  /** What the revision will be if the document changes. */
  final long rev;
  final long position;
  RoomConfig config;
  /** The settings of {@link #config}. */
  Terms terms;
  Roster roster;
  Phase phase;
  long phaseAt;
  @Nullable
  Match match;
  int matches;
  MatchChance.Count draws;
  /** The match that ended in this step; of several, which one tick may hold, the first, which alone was played. */
  @Nullable
  MatchEnd ended;
  final SortedMap<Integer, Long> acks = new TreeMap<>();
  final List<Json> events = new ArrayList<>();
  final List<Departure> departures = new ArrayList<>();

  Draft(RoomState before, RoomInput input, Terms terms) {
    this(before, input.at(), input instanceof RoomInput.Restored restored ? restored.skipped() : 0, terms);
    match = before.match() == null ? null : before.match().settled(at);
  }

  private Draft(RoomState before, long at, long skipped, Terms terms) {
    draws = new MatchChance.Count();
    this.terms = terms;
    this.before = before;
    this.at = at;
    rev = before.rev() + 1 + skipped;
    position = before.position() + 1;
    config = before.config();
    roster = before.roster();
    phase = before.phase();
    phaseAt = before.phaseAt();
    matches = before.matches();
    match = before.match();
  }

  /** Of a state as it is, where no time has passed. */
  static Draft of(RoomState state, Terms terms) {
    return new Draft(state, state.at(), 0, terms);
  }

  private Draft(Draft of) {
    before = of.before;
    at = of.at;
    rev = of.rev;
    position = of.position;
    config = of.config;
    terms = of.terms;
    roster = of.roster;
    phase = of.phase;
    phaseAt = of.phaseAt;
    match = of.match;
    matches = of.matches;
    draws = new MatchChance.Count(of.draws);
  }

  /** For one of several inputs of this step: dropped where that is refused, else {@link #keep kept}. */
  Draft attempt() {
    return new Draft(this);
  }

  void keep(Draft attempt) {
    config = attempt.config;
    terms = attempt.terms;
    roster = attempt.roster;
    phase = attempt.phase;
    phaseAt = attempt.phaseAt;
    match = attempt.match;
    matches = attempt.matches;
    draws = attempt.draws;
    ended = ended == null ? attempt.ended : ended;
    acks.putAll(attempt.acks);
    events.addAll(attempt.events);
    departures.addAll(attempt.departures);
  }

  boolean playing() {
    return phase == Phase.PLAYING;
  }

  Match running() {
    Match running = match;
    if (running == null || !playing()) {
      throw new IllegalStateException("no match is running");
    }
    return running;
  }

  Person person(FromSession input) {
    Person person = roster.person(input.session());
    if (person == null) {
      throw new IllegalArgumentException(input.session() + " is not in the room; the host must ask first");
    }
    return person;
  }

  void enter(Phase next) {
    phase = next;
    phaseAt = at;
  }

  void depart(Person person, LeftReason reason) {
    roster = roster.without(person.session());
    departures.add(new Departure(person.session(), reason));
  }

  static Refused refused(ErrorCode code, String message) {
    return new Refused(code, message);
  }

  static Refused notInRoom() {
    return refused(ErrorCode.NOT_IN_ROOM, "you are in no room: create or join one");
  }

  static Refused alreadyPlaying() {
    return refused(ErrorCode.ALREADY_PLAYING, "a match is running: wait until it is over");
  }
}
