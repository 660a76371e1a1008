package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.message.ServerMessage.Patch;
import dev.cancha.common.message.ServerMessage.You;
import dev.cancha.common.patch.Document;
import dev.cancha.common.wire.Encoded;
import dev.cancha.common.wire.MalformedException;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection that writes down what its room has for it, in few words, and keeps the document as a client would. It
 * fails where a patch does not follow, where something shows what is not durable, and where it is called on a wrong
 * loop. Owner: its loop.
 */
final class Guest implements Link {
  final Identity identity;
  private final Stage stage;
  private final TestLoop loop;
  private final List<String> heard = new ArrayList<>();
  boolean gone;
  /** The document as this client has it, null in no room. */
  @Nullable
  Document doc;
  @Nullable
  You you;
  long rev;
  long now;
  /** Requests without their answer. */
  int open;
  boolean flushed = true;
  /** The events and acks of the last patch. */
  @Nullable
  Patch patch;

  Guest(Stage stage, Identity identity, TestLoop loop) {
    this.stage = stage;
    this.identity = identity;
    this.loop = loop;
  }

  @Override
  public EventLoop loop() {
    return loop;
  }

  @Override
  public boolean gone() {
    return gone;
  }

  @Override
  public void deliver(Delivery delivery) {
    assertThat(loop.inEventLoop()).as("delivered on the link's own loop").isTrue();
    flushed = false;
    heard.add(told(delivery));
  }

  @Override
  public void flush() {
    assertThat(loop.inEventLoop()).as("flushed on the link's own loop").isTrue();
    flushed = true;
  }

  /** What came since this was asked the last time. */
  List<String> heard() {
    List<String> since = List.copyOf(heard);
    heard.clear();
    return since;
  }

  // ------------------------------------------------------------------ what it says

  Guest enter() {
    return enter(new Entry(1, null, false, null, null, false));
  }

  Guest watch() {
    return enter(new Entry(1, null, true, null, null, false));
  }

  Guest enter(Entry entry) {
    open++;
    return go(() -> stage.host.enter(identity, this, entry));
  }

  Guest ask(ClientMessage message) {
    open++;
    return go(() -> stage.host.request(identity.session(), this, message));
  }

  /** Asks {@code first} and {@code second} before the loop turns. */
  Guest ask(ClientMessage first, ClientMessage second) {
    open += 2;
    return go(() -> {
      stage.host.request(identity.session(), this, first);
      stage.host.request(identity.session(), this, second);
    });
  }

  Guest act(long seq, String action) {
    return ask(new ClientMessage.Act(seq, Json.ofChecked(action), null));
  }

  Guest say(int id, String text) {
    return ask(new ClientMessage.Say(id, text));
  }

  Guest lose() {
    gone = true;
    return go(() -> stage.host.lost(identity.session(), this));
  }

  /** The session speaks through this connection from now on, which knows nothing. */
  Guest attach() {
    open++;
    stage.superseded(this);
    return go(() -> stage.host.attach(identity.session(), this, null, null));
  }

  /** As {@link #attach()}, and it knows what {@code before} did. */
  Guest attach(Guest before) {
    return attach(before, Stage.CODE, before.rev);
  }

  Guest attach(Guest before, String code, long knownRev) {
    open++;
    doc = before.doc;
    rev = knownRev;
    stage.superseded(this);
    return go(() -> stage.host.attach(identity.session(), this, code, knownRev));
  }

  private Guest go(Runnable task) {
    stage.loops.as(loop, task);
    stage.loops.run();
    return this;
  }

  // ------------------------------------------------------------------ what it is told

  private String told(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Patch patched -> {
        answered(patched.answers());
        yield read(patched.patch()) + (patched.answers() ? " answers" : "");
      }
      case Delivery.Whole whole -> {
        answered(whole.answers());
        yield whole(whole);
      }
      case Delivery.Entered entered -> {
        answered(true);
        assertThat(entered.host()).isSameAs(stage.host);
        yield "entered: " + whole(entered.whole());
      }
      case Delivery.Resumed resumed -> {
        answered(true);
        List<String> missed = new ArrayList<>();
        resumed.missed().forEach(message -> missed.add(read(message)));
        yield "resumed " + resumed.code() + " " + missed;
      }
      case Delivery.Done done -> {
        answered(true);
        yield read(done.done());
      }
      case Delivery.Refusal refusal -> {
        answered(true);
        yield "refused " + (refusal.seq() == null ? refusal.re() : "act " + refusal.seq()) + " "
            + refusal.code();
      }
      case Delivery.Left left -> {
        answered(left.answers());
        doc = null;
        yield "left " + left.reason() + (left.answers() ? " re " + left.re() : "");
      }
      case Delivery.Note note -> read(note.message());
      case Delivery.Settled settled -> answered("settled");
      case Delivery.NotHere notHere -> answered("not here");
      case Delivery.Duplicate duplicate -> answered("duplicate");
      case Delivery.Broken broken -> "broken";
    };
  }

  private void answered(boolean one) {
    open -= one ? 1 : 0;
    assertThat(open).as("more answers than requests, for " + identity.name()).isNotNegative();
  }

  private String answered(String how) {
    answered(true);
    return how;
  }

  private String whole(Delivery.Whole whole) {
    return read(whole.room()) + ", " + read(whole.spectators());
  }

  private String read(Encoded encoded) {
    try {
      return read(Stage.CODEC.readServer(Unpooled.wrappedBuffer(Bodies.of(encoded))));
    } catch (MalformedException e) {
      throw new AssertionError("no message: " + new String(Bodies.of(encoded), StandardCharsets.UTF_8), e);
    }
  }

  private String read(@Nullable ServerMessage message) {
    return switch (message) {
      case ServerMessage.Room room -> {
        shown(room.rev());
        doc = Document.of(room.doc());
        rev = room.rev();
        you = room.you();
        now = room.now();
        yield "room " + rev + (room.re() == null ? "" : " re " + room.re())
            + (room.chat().isEmpty() ? ""
                : " chat " + room.chat().stream().map(ServerMessage.Chat::text).toList());
      }
      case Patch next -> {
        shown(next.rev());
        Document before = doc;
        assertThat(before).as("a patch in no room, for " + identity.name()).isNotNull();
        assertThat(next.rev()).as("the revision that follows, for " + identity.name()).isEqualTo(rev + 1);
        doc = before.apply(next.patch());
        rev = next.rev();
        patch = next;
        yield "patch " + rev;
      }
      case ServerMessage.Done done -> {
        if (done.rev() != null) {
          shown(done.rev());
        }
        yield "done " + done.re() + " rev " + done.rev();
      }
      case ServerMessage.Chat chat -> "chat " + chat.n() + " " + chat.from().name() + ": " + chat.text();
      case ServerMessage.Spectators watching ->
        "watching " + watching.spectators().values().stream().map(ServerMessage.Spectator::name).toList();
      case null, default -> throw new AssertionError("not from a room: " + message);
    };
  }

  private void shown(long shownRev) {
    assertThat(shownRev).as("a revision that is shown is durable")
        .isLessThanOrEqualTo(stage.journal.durable.rev());
  }
}
