package dev.cancha.server.room;

import dev.cancha.common.message.Phase;
import dev.cancha.server.room.RoomDocument.Outcomes;
import dev.cancha.server.room.RoomDocument.SeatEntry;
import dev.cancha.server.room.RoomDocument.SettingsEntry;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a room's states show. What a step did not touch is handed on by reference, so that a room that ticks does not
 * make anew, compare and walk its seats and settings twenty times a second. Immutable.
 */
@SuppressWarnings("ReferenceEquality") // only what was handed on as it was is known to show the same
final class Display {
  private final String game;
  private final Play<?, ?> play;

  Display(String game, Play<?, ?> play) {
    this.game = game;
    this.play = play;
  }

  /** Of a room that nobody is in yet. */
  Shown empty(RoomConfig config, Terms terms) {
    RoomDocument document = new RoomDocument(config.code(), game, config.size(), Phase.LOBBY, null,
        config.options(), terms.entry(), config.visibility(), config.password() != null, null,
        new TreeMap<>(), null, null, null, null, null);
    return new Shown(document, new TreeMap<>());
  }

  /** What a state shows that was read back; {@code own}: the seats that see what is theirs alone. */
  Shown restored(Draft draft, SortedSet<Integer> own) {
    Match match = draft.match;
    SortedMap<Integer, Object> mes = match == null ? new TreeMap<>() : play.mes(match);
    mes.keySet().retainAll(own);
    Object view = match == null ? null : play.view(match);
    return new Shown(document(draft, view, draft.terms.entry(), entries(draft.roster)), mes);
  }

  /** What the draft shows, also where that is the same as before. */
  Shown shown(Draft draft) {
    Match match = draft.match;
    Match last = draft.before.match();
    if (match == null) {
      return new Shown(document(draft, null), new TreeMap<>());
    }
    Shown before = draft.before.shown();
    Object old = before.document().view();
    if (last != null && old != null && sameTruth(last, match)) {
      return new Shown(document(draft, old), own(draft, before.mes()));
    }
    Object view = play.view(match);
    // an act is shown in any case, and nearly always has changed the view: to compare them would be for nothing
    boolean same = (play.ticks() || draft.acks.isEmpty()) && view.equals(old);
    return new Shown(document(draft, same ? old : view), own(draft, play.mes(match)));
  }

  /** Once a match is over, what a seat saw in it is its player's, and not another's who sits there now. */
  private static SortedMap<Integer, Object> own(Draft draft, SortedMap<Integer, Object> mes) {
    SortedMap<Integer, Seat> before = draft.before.roster().seats();
    SortedMap<Integer, Seat> now = draft.roster.seats();
    if (draft.playing() || now == before) {
      return mes;
    }
    SortedMap<Integer, Object> own = new TreeMap<>(mes);
    own.keySet().removeIf(seat -> !samePlayer(before.get(seat), now.get(seat)));
    return own;
  }

  private static boolean samePlayer(@Nullable Seat one, @Nullable Seat other) {
    return one != null && other != null && one.id().equals(other.id());
  }

  /** Whether clients are told of this step. Clocks alone run by themselves, so they are no reason. */
  static boolean tells(Draft draft, Shown shown) {
    Shown before = draft.before.shown();
    return !draft.acks.isEmpty() || !draft.events.isEmpty() || !shown.mes().equals(before.mes())
        || !shown.document().timeless().equals(before.document().timeless())
        || otherClocksRun(draft.before.match(), draft.match);
  }

  /** A game that ticks does not show whose turn it is, but a clock that is stopped or started is shown. */
  private static boolean otherClocksRun(@Nullable Match before, @Nullable Match after) {
    return before != null && after != null && after.clocks() != null
        && before.turns() != after.turns() && !before.turns().keySet().equals(after.turns().keySet());
  }

  static boolean sameTruth(Match one, Match other) {
    return one.plan() == other.plan() && one.truth() == other.truth();
  }

  private RoomDocument document(Draft draft, @Nullable Object view) {
    return document(draft, view, settings(draft), seats(draft));
  }

  private RoomDocument document(Draft draft, @Nullable Object view, SettingsEntry settings,
      SortedMap<Integer, SeatEntry> seats) {
    RoomConfig config = draft.config;
    Match match = draft.match;
    boolean playing = draft.playing();
    Clocks clocks = match == null || !playing ? null : match.clocks();
    Person host = draft.roster.host() == null ? null : draft.roster.person(draft.roster.host());
    return new RoomDocument(config.code(), game, config.size(), draft.phase,
        match == null ? null : match.plan().id(), config.options(), settings, config.visibility(),
        config.password() != null, host == null ? null : host.id(), seats,
        match != null && playing && !play.ticks() ? List.copyOf(match.turns().keySet()) : null,
        clocks == null ? null : clocks.millis(), clocks == null ? null : (Long) clocks.time(), view,
        match == null || match.result() == null ? null
            : new Outcomes(match.result().ranks(), match.result().reason()));
  }

  private static SettingsEntry settings(Draft draft) {
    return draft.config == draft.before.config() ? draft.before.shown().document().settings()
        : draft.terms.entry();
  }

  private static SortedMap<Integer, SeatEntry> seats(Draft draft) {
    Roster roster = draft.roster;
    Roster before = draft.before.roster();
    if (roster.seats() == before.seats() && roster.people() == before.people()) {
      return draft.before.shown().document().seats();
    }
    return entries(roster);
  }

  private static SortedMap<Integer, SeatEntry> entries(Roster roster) {
    SortedMap<Integer, SeatEntry> entries = new TreeMap<>();
    roster.seats().forEach((number, seat) -> {
      Person holder = seat.holder() == null ? null : roster.person(seat.holder());
      SeatEntry entry = new SeatEntry(seat.id(), seat.name(), seat.bot(),
          seat.isBots() || (holder != null && holder.connected()),
          seat.ready() ? true : null);
      entries.put(number, entry);
    });
    return entries;
  }
}
