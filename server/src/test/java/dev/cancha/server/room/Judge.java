package dev.cancha.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Phase;
import dev.cancha.common.patch.Document;
import dev.cancha.common.patch.MergePatch;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.Outcome.Departure;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What must hold of every step of every room, whatever the game and the input. Owner: the test's thread. */
final class Judge {
  static final JsonType<RoomInput> INPUTS = JsonType.of(RoomInput.class);
  private static final JsonType<RoomDocument> DOCUMENTS = JsonType.of(RoomDocument.class);

  private final Room<?, ?> room;
  /** The last document that was looked at, and its JSON. */
  private @Nullable RoomDocument known;
  private Document document = Document.of(Json.emptyObject());

  Judge(Room<?, ?> room) {
    this.room = room;
  }

  /** Steps, and fails where the outcome is none that this state and this input may have. */
  Outcome step(RoomState before, RoomInput input) {
    String written = before.position() % 16 == 0 ? before.toString() : "";
    Outcome outcome = room.step(before, input);
    if (!written.isEmpty()) {
      assertThat(before.toString()).as("a step changes nothing of the state before it").isEqualTo(written);
    }
    RoomInput journaled = INPUTS.read(INPUTS.write(input));
    assertThat(journaled).as("an input comes back from its JSON").isEqualTo(input);
    if (!room.step(before, journaled).equals(outcome)) {
      throw new AssertionError("the same input leads to another outcome than before: " + outcome);
    }
    if (outcome instanceof Changed changed) {
      changed(before, input, changed);
    }
    return outcome;
  }

  private void changed(RoomState before, RoomInput input, Changed changed) {
    RoomState after = changed.state();
    assertThat(after.position()).as("position").isEqualTo(before.position() + 1);
    assertThat(after.at()).as("time of the state").isEqualTo(input.at());
    assertThat(after.phaseAt()).as("time of the phase").isBetween(before.phaseAt(), input.at());
    revision(before, changed, input instanceof RoomInput.Restored restored ? restored.skipped() : 0);
    ending(before, changed);
    if (after.position() % 4 == 0) {
      encoding(after);
    }
    patches(before, after);
    departures(before, changed);
    secrets(changed);
    if (!changed.closed()) {
      people(after);
      match(after);
      deadline(input, after);
    }
  }

  /** What is read back goes on exactly as what was written, and is written in the same way again. */
  private void encoding(RoomState state) {
    Json written = room.write(state);
    assertThat(written).as("states of a game in these tests can be read back").isNotNull();
    RoomState read = room.read(Json.ofChecked(written.toString()));
    assertThat(read).as("the state that was written").isEqualTo(state);
    assertThat(room.write(read)).as("one encoding").isEqualTo(written);
  }

  private static void ending(RoomState before, Changed changed) {
    MatchEnd ended = changed.ended();
    boolean over = before.phase() == Phase.PLAYING
        && (changed.state().phase() == Phase.OVER || !before.matchId().equals(changed.state().matchId()));
    if (over) {
      assertThat(ended).as("a match that is over is told").isNotNull();
      assertThat(ended.id()).isEqualTo(before.matchId());
      assertThat(ended.match()).as("as the room shows it").isEqualTo(changed.state().match());
      assertThat(ended.position()).as("its first input").isLessThanOrEqualTo(before.position());
      assertThat(ended.players().keySet()).as("its players").isEqualTo(ended.result().ranks().keySet());
    } else if (changed.state().matches() == before.matches()) {
      assertThat(ended).as("no match is over").isNull();
    }
  }

  private static void revision(RoomState before, Changed changed, long skipped) {
    RoomDocument old = before.shown().document();
    RoomDocument now = changed.state().shown().document();
    boolean shows = !changed.acks().isEmpty() || !changed.events().isEmpty()
        || !before.shown().mes().equals(changed.state().shown().mes())
        || !old.timeless().equals(now.timeless());
    assertThat(changed.state().rev()).as("revision")
        .isEqualTo(before.rev() + skipped + (shows || skipped > 0 ? 1 : 0));
    if (!shows && skipped == 0) {
      assertThat(now).as("what shows nothing has the same document").isEqualTo(old);
      assertThat(clocks(changed.state())).as("what shows nothing reads no clock").isEqualTo(clocks(before));
    } else if (now.clock() != null) {
      assertThat(now.time()).as("time of the clocks")
          .isEqualTo(changed.state().matchTime(changed.state().at()));
    }
    assertThat(now.clock() == null).as("clock and time stand together").isEqualTo(now.time() == null);
  }

  private static @Nullable Clocks clocks(RoomState state) {
    return state.match() == null ? null : state.match().clocks();
  }

  /** A client that applies the patch has the document, with its own part. */
  private void patches(RoomState before, RoomState after) {
    RoomDocument old = before.shown().document();
    RoomDocument now = after.shown().document();
    if (known == null || !known.equals(old)) {
      document = Document.of(DOCUMENTS.write(old));
    }
    Json patch = MergePatch.between(old, now);
    Document patched = document.apply(patch);
    document = Document.of(DOCUMENTS.write(now));
    known = now;
    assertThat(patched).as("the document after the patch").isEqualTo(document);
    TreeSet<Integer> seats = new TreeSet<>(before.shown().mes().keySet());
    seats.addAll(after.shown().mes().keySet());
    for (int seat : seats) {
      Object me = before.shown().me(seat);
      Object next = after.shown().me(seat);
      Document own = Document.of(MergePatch.with(Json.emptyObject(), "me", null, me))
          .apply(MergePatch.with(Json.emptyObject(), "me", me, next));
      assertThat(own).as("what seat " + seat + " alone has after the patch")
          .isEqualTo(Document.of(MergePatch.with(Json.emptyObject(), "me", null, next)));
    }
  }

  private static void departures(RoomState before, Changed changed) {
    Roster roster = changed.state().roster();
    TreeSet<SessionId> gone = new TreeSet<>(before.roster().people().keySet());
    gone.removeAll(roster.people().keySet());
    assertThat(changed.departures()).extracting(Departure::session).containsExactlyInAnyOrderElementsOf(gone);
    if (roster.people().isEmpty()) {
      assertThat(roster.host()).as("host of an empty room").isNull();
      assertThat(changed.closed()).as("an empty room closes")
          .isEqualTo(!changed.state().config().permanent());
    } else {
      assertThat(changed.closed()).as("a room with people in it closes").isFalse();
      assertThat(roster.host()).as("host").isIn(roster.people().keySet());
    }
  }

  private static void people(RoomState state) {
    Roster roster = state.roster();
    roster.seats().forEach((number, seat) -> {
      assertThat(number).as("seat").isLessThan(state.config().size());
      if (seat.isBots()) {
        assertThat(seat.ready()).as("a bot is ready").isTrue();
      } else if (seat.holder() == null) {
        assertThat(state.phase()).as("a seat without its player").isEqualTo(Phase.PLAYING);
      } else {
        assertThat(roster.person(seat.holder())).as("who sits on " + number)
            .isNotNull()
            .satisfies(person -> assertThat(person.seat()).isEqualTo(number))
            .satisfies(person -> assertThat(seat.bot() == null || person.expired())
                .as("a bot plays for who is away for good alone")
                .isTrue());
      }
    });
    for (Person person : roster.everyone()) {
      if (person.seat() != null) {
        assertThat(roster.seats()).as("the seat of " + person.name()).containsKey(person.seat());
      }
      assertThat(roster.banned()).as("nobody who was kicked is here").doesNotContain(person.session());
      assertThat(person.expired() && state.phase() != Phase.PLAYING)
          .as("outside a match no place is held for ever")
          .isFalse();
    }
  }

  private static void match(RoomState state) {
    RoomDocument document = state.shown().document();
    boolean playing = state.phase() == Phase.PLAYING;
    assertThat(document.phase()).isEqualTo(state.phase());
    assertThat(document.turn() != null).as("turn is there while playing").isEqualTo(playing);
    assertThat(document.result() != null).as("a result is there once it is over")
        .isEqualTo(state.phase() == Phase.OVER);
    assertThat(document.view() != null).as("a view is there since the first match")
        .isEqualTo(state.phase() != Phase.LOBBY);
    if (playing) {
      assertThat(document.seats().keySet()).as("who is in turn has a seat").containsAll(document.turn());
    } else {
      assertThat(document.clock()).as("clocks run in a match only").isNull();
    }
  }

  private void secrets(Changed changed) {
    assertThat(document.node().has("me")).as("me in the public document").isFalse();
    String open = document + changed.events().toString();
    for (Object me : changed.state().shown().mes().values()) {
      if (me instanceof Pool.Mine(String secret)) {
        assertThat(open).as("what everyone sees").doesNotContain(secret);
      }
    }
    Match match = changed.state().match();
    if (match != null) {
      assertThat(open).as("what everyone sees").doesNotContain(match.plan().seed().hex());
    }
  }

  /** What was due has been dealt with: nothing is due twice, or a room would spin. */
  private void deadline(RoomInput input, RoomState after) {
    OptionalLong due = room.deadline(after);
    if (input instanceof RoomInput.Elapsed && due.isPresent()) {
      assertThat(due.getAsLong()).as("the next deadline").isGreaterThan(input.at());
    }
  }

  /** For messages: what happened in a history. */
  static String history(List<RoomInput> inputs) {
    StringBuilder text = new StringBuilder();
    inputs.forEach(input -> text.append(INPUTS.write(input)).append('\n'));
    return text.toString();
  }
}
