package dev.cancha.server.room;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.LeftReason;
import dev.cancha.server.room.Outcome.Refused;
import dev.cancha.server.room.RoomInput.Arrival;
import dev.cancha.server.room.RoomInput.Enter;
import dev.cancha.server.room.RoomInput.Kick;
import dev.cancha.server.room.RoomInput.Sit;
import org.jspecify.annotations.Nullable;

/**
 * Coming, going and changing seats. Each method works on a step's draft and returns null, or why the input is
 * refused; then nothing of the draft is used.
 */
final class Membership {
  private final RoomRules rules;
  private final Play<?, ?> play;

  Membership(RoomRules rules, Play<?, ?> play) {
    this.rules = rules;
    this.play = play;
  }

  @Nullable
  Refused enter(Draft draft, Enter input) {
    Arrival who = input.who();
    if (draft.roster.banned().contains(who.session())) {
      return Draft.refused(ErrorCode.KICKED, "the host sent you away from this room");
    }
    if (input.spectate()) {
      if (draft.roster.spectators() >= rules.maxSpectators()) {
        return Draft.refused(ErrorCode.ROOM_FULL,
            "no more than " + rules.maxSpectators() + " may watch a room");
      }
      arrive(draft, who, null);
      BotSeats.open(draft, input.company());
      return null;
    }
    Integer wanted = input.seat();
    if (wanted != null && wanted >= draft.config.size()) {
      return noSuchSeat(draft, wanted);
    }
    Integer free = firstFree(draft);
    if (free == null) {
      return Draft.refused(ErrorCode.ROOM_FULL, "all seats are taken; join with spectate to watch");
    }
    if (draft.playing()) {
      return Draft.alreadyPlaying();
    }
    int seat = wanted == null ? free : wanted;
    if (draft.roster.seats().containsKey(seat)) {
      return taken(seat);
    }
    arrive(draft, who, seat);
    BotSeats.open(draft, input.company());
    return null;
  }

  /** Out of the room; in the middle of a match the seat is given up, and stays until its end. */
  void leave(Draft draft, Person person, LeftReason reason) {
    Integer seat = person.seat();
    if (seat != null && draft.playing() && draft.running().plays(seat)) {
      play.absent(draft, seat, reason == LeftReason.EXPIRED ? "absent" : "resigned");
    }
    draft.depart(person, reason);
    if (seat != null) {
      Seat left = draft.roster.seats().get(seat);
      if (draft.playing() && left != null && draft.running().plan().seats().contains(seat)) {
        draft.roster = draft.roster.seat(seat, left.abandoned());
      } else {
        draft.roster = draft.roster.free(seat);
      }
    }
  }

  @Nullable
  Refused kick(Draft draft, Kick input) {
    if (!input.session().equals(draft.roster.host())) {
      return notHost();
    }
    Person target = input.player() != null ? draft.roster.byId(input.player()) : sitting(draft, input.seat());
    if (target == null) {
      return Draft.refused(ErrorCode.BAD_MESSAGE, "nobody is there to kick");
    }
    if (target.session().equals(input.session())) {
      return Draft.refused(ErrorCode.BAD_MESSAGE, "you cannot kick yourself: leave instead");
    }
    draft.roster = draft.roster.ban(target.session());
    leave(draft, target, LeftReason.KICKED);
    return null;
  }

  @Nullable
  Refused sit(Draft draft, Sit input) {
    if (draft.playing()) {
      return Draft.alreadyPlaying();
    }
    Person person = draft.person(input);
    Integer seat = input.seat();
    if (seat != null && seat >= draft.config.size()) {
      return noSuchSeat(draft, seat);
    }
    if (seat != null && draft.roster.seats().containsKey(seat) && !seat.equals(person.seat())) {
      return taken(seat);
    }
    if (seat == null ? person.seat() == null : seat.equals(person.seat())) {
      return null;
    }
    if (seat == null && draft.roster.spectators() >= rules.maxSpectators()) {
      return Draft.refused(ErrorCode.ROOM_FULL,
          "no more than " + rules.maxSpectators() + " may watch a room");
    }
    if (person.seat() != null) {
      draft.roster = draft.roster.free(person.seat());
    }
    draft.roster = draft.roster.update(person.on(seat));
    if (seat != null) {
      draft.roster = draft.roster.seat(seat, new Seat(person.id(), person.name(), person.session(), false));
    }
    return null;
  }

  static Refused notHost() {
    return Draft.refused(ErrorCode.NOT_HOST, "only the room's host may do that");
  }

  static Refused noSuchSeat(Draft draft, int seat) {
    return Draft.refused(ErrorCode.BAD_MESSAGE,
        "'seat' is " + seat + ", but this room has the seats 0 to " + (draft.config.size() - 1));
  }

  static Refused taken(int seat) {
    return Draft.refused(ErrorCode.SEAT_TAKEN, "seat " + seat + " is taken");
  }

  private static void arrive(Draft draft, Arrival who, @Nullable Integer seat) {
    draft.roster = draft.roster
        .arrive(new Person(who.session(), who.id(), who.name(), draft.roster.arrivals(), seat, null, false));
    if (seat != null) {
      draft.roster = draft.roster.seat(seat, new Seat(who.id(), who.name(), who.session(), false));
    }
  }

  private static @Nullable Integer firstFree(Draft draft) {
    for (int seat = 0; seat < draft.config.size(); seat++) {
      if (!draft.roster.seats().containsKey(seat)) {
        return seat;
      }
    }
    return null;
  }

  private static @Nullable Person sitting(Draft draft, @Nullable Integer seat) {
    Seat taken = seat == null ? null : draft.roster.seats().get(seat);
    return taken == null || taken.holder() == null ? null : draft.roster.person(taken.holder());
  }
}
