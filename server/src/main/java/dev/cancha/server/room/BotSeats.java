package dev.cancha.server.room;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.server.room.Outcome.Refused;
import org.jspecify.annotations.Nullable;

/** Seats that bots play: their own, and those of players who are away. Works on a step's draft. Immutable. */
final class BotSeats {
  /** Plays on for who is absent; null where the game has no bots. */
  private final @Nullable String standIn;

  BotSeats(RoomRules rules) {
    standIn = rules.bot();
  }

  /** Puts a bot on a free seat, or takes one from its seat. */
  @Nullable
  Refused set(Draft draft, RoomInput.Bot input) {
    int number = input.seat();
    if (!input.session().equals(draft.roster.host())) {
      return Membership.notHost();
    }
    if (draft.playing()) {
      return Draft.alreadyPlaying();
    }
    if (number >= draft.config.size()) {
      return Membership.noSuchSeat(draft, number);
    }
    Seat seat = draft.roster.seats().get(number);
    if (input.remove()) {
      if (seat == null || !seat.isBots()) {
        return Draft.refused(ErrorCode.NO_SUCH_BOT, "no bot sits on seat " + number);
      }
      draft.roster = draft.roster.free(number);
      return null;
    }
    if (input.bot() == null) {
      return Draft.refused(ErrorCode.NO_SUCH_BOT, "this game has no such bot: describe tells which it has");
    }
    if (seat != null) {
      return Membership.taken(number);
    }
    draft.roster = draft.roster.seat(number, Seat.ofBot(number, input.bot()));
    return null;
  }

  /** The bots that a room is opened with, on the first seats that are free. */
  static void open(Draft draft, RoomInput.@Nullable Company company) {
    int left = company == null ? 0 : company.count();
    for (int number = 0; company != null && left > 0 && number < draft.config.size(); number++) {
      if (!draft.roster.seats().containsKey(number)) {
        draft.roster = draft.roster.seat(number, Seat.ofBot(number, company.bot()));
        left--;
      }
    }
  }

  /** Whether a bot plays on for {@code person}, whose grace is over. */
  boolean takesOver(Draft draft, Person person) {
    Integer number = person.seat();
    Seat seat = number == null ? null : draft.roster.seats().get(number);
    if (standIn == null || number == null || seat == null || !draft.playing() || !draft.terms.botPlaysOn()
        || !draft.running().plays(number)) {
      return false;
    }
    draft.roster = draft.roster.update(person.overdue()).seat(number, seat.playedBy(standIn));
    return true;
  }

  /** {@code person} has returned, and plays itself. */
  static void handBack(Draft draft, Person person) {
    Integer number = person.seat();
    Seat seat = number == null ? null : draft.roster.seats().get(number);
    if (number != null && seat != null && seat.bot() != null) {
      draft.roster = draft.roster.seat(number, seat.playedBy(null));
    }
  }
}
