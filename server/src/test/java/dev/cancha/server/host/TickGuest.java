package dev.cancha.server.host;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.server.room.SessionId;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Someone's connection to a {@link TickStage}: notes what the room has for it, and counts what is not answered. */
final class TickGuest implements Link {
  private final TickStage stage;
  private final Identity who;
  private final List<String> heard = new ArrayList<>();
  /** Requests that were neither answered nor dropped. */
  int open;
  boolean gone;

  TickGuest(TickStage stage, String name) {
    this(stage, new Identity(new SessionId(name), "p-" + name, name));
  }

  private TickGuest(TickStage stage, Identity who) {
    this.stage = stage;
    this.who = who;
  }

  /** Another connection of the same session. */
  TickGuest again() {
    return new TickGuest(stage, who);
  }

  void enter(boolean spectate) {
    open++;
    stage.host.enter(who, this, new Entry(9, null, spectate, null, null, false));
    stage.settle();
  }

  /** Asks, and lets the room do what it does at once. */
  void ask(ClientMessage message) {
    open++;
    stage.host.request(who.session(), this, message);
    stage.settle();
  }

  void attach(long rev) {
    open++;
    stage.host.attach(who.session(), this, stage.host.row().entry().code(), rev);
    stage.settle();
  }

  void lose() {
    gone = true;
    stage.host.lost(who.session(), this);
    stage.settle();
  }

  /** What came since this was last asked, one line each. */
  List<String> heard() {
    List<String> all = List.copyOf(heard);
    heard.clear();
    return all;
  }

  @Override
  public EventLoop loop() {
    return stage.loop;
  }

  @Override
  public boolean gone() {
    return gone;
  }

  @Override
  public void deliver(Delivery delivery) {
    switch (delivery) {
      case Delivery.Patch patch -> note(text(Bodies.of(patch.patch())), patch.answers());
      case Delivery.Settled settled -> open--;
      case Delivery.Whole whole -> note(kind(whole), whole.answers());
      case Delivery.Entered entered -> note("entered " + kind(entered.whole()), true);
      case Delivery.Resumed resumed ->
        note("resumed " + resumed.missed().stream().map(each -> text(Bodies.of(each))).toList(), true);
      case Delivery.NotHere notHere -> note("not here", true);
      case Delivery.Done done -> note(text(Bodies.of(done.done())), true);
      case Delivery.Refusal refusal -> note(
          "refused " + (refusal.seq() == null ? "re " + refusal.re() : "seq " + refusal.seq()) + " "
              + refusal.code(),
          true);
      case Delivery.Duplicate duplicate -> note("duplicate", true);
      case Delivery.Note note -> note(text(Bodies.of(note.message())), false);
      case Delivery.Broken broken -> note("broken", false);
      case Delivery.Left left -> note("left " + left.reason(), left.answers());
    }
  }

  @Override
  public void flush() {
    // nothing is held back
  }

  private void note(String what, boolean answers) {
    heard.add(what);
    open -= answers ? 1 : 0;
  }

  /** Of a whole room only what matters here. */
  private static String kind(Delivery.Whole whole) {
    String room = text(Bodies.of(whole.room()));
    return "room " + room.replaceFirst(".*?\"rev\":(\\d+).*", "$1") + " you "
        + room.replaceFirst(".*\"you\":(\\{[^}]*}).*", "$1");
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
