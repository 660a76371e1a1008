package dev.cancha.app.join;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ClientMessage.Request;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A connection whose answers the test gives, and the conversation on it. */
final class FakeLink implements Link {
  final List<String> screen = new ArrayList<>();
  final List<Object> sent = new ArrayList<>();
  final LineMode mode;
  boolean closed;
  private final Deque<CompletableFuture<ServerMessage>> open = new ArrayDeque<>();
  private final Deque<Event> posted = new ArrayDeque<>();

  /** {@code code} of the room to enter at once, or null. */
  FakeLink(String code, boolean piped) {
    mode = new LineMode(this, new LineMode.Setup(code, null, false, piped, screen::add, posted::add));
  }

  @Override
  public CompletionStage<? extends ServerMessage> ask(Request request) {
    sent.add(request);
    return waiting();
  }

  @Override
  public CompletionStage<?> act(Json action) {
    sent.add(action.toString());
    return waiting();
  }

  @Override
  public void close() {
    closed = true;
  }

  /** Answers the oldest open request. */
  void answer(ServerMessage message) {
    open.removeFirst().complete(message);
    drain();
  }

  void done() {
    answer(new ServerMessage.Done(1, 1L));
  }

  void refuse(String sentence) {
    open.removeFirst().completeExceptionally(new IllegalStateException(sentence));
    drain();
  }

  void on(Event event) {
    mode.on(event);
    drain();
  }

  void type(String... lines) {
    for (String line : lines) {
      on(new Event.Line(line));
    }
  }

  /** What was sent since the last call. */
  List<Object> sent() {
    List<Object> since = List.copyOf(sent);
    sent.clear();
    return since;
  }

  /** What was printed since the last call. */
  List<String> screen() {
    List<String> since = List.copyOf(screen);
    screen.clear();
    return since;
  }

  /** Welcomed as p1 with two games, one of them ticking; in room KX3F where {@code code} was given. */
  FakeLink welcomed() {
    on(new Event.Welcomed("p1", List.of(new ServerMessage.GameEntry("connectFour", "Connect Four", 2, 2, 0),
        new ServerMessage.GameEntry("snake", "Snake", 2, 8, 20),
        new ServerMessage.GameEntry("comets", "Comets", 2, 8, 20))));
    return this;
  }

  /** Seated in the lobby of a room of Connect Four, which is described. */
  FakeLink inLobby() {
    welcomed();
    on(new Event.Changed(Samples.room("lobby", ""), List.of()));
    done();
    answer(
        new ServerMessage.GameDescription(1, "connectFour", "Connect Four", "Four in a line win.", List.of(),
            Json.emptyObject(), Json.ofChecked(Samples.CONNECT_FOUR_ACTION), Json.emptyObject(), null,
            Json.emptyObject()));
    sent();
    screen();
    return this;
  }

  static Request join(String code) {
    return new ClientMessage.Join(null, code, null, null, null);
  }

  private CompletableFuture<ServerMessage> waiting() {
    var answer = new CompletableFuture<ServerMessage>();
    open.add(answer);
    return answer;
  }

  private void drain() {
    while (!posted.isEmpty()) {
      mode.on(posted.removeFirst());
    }
  }
}
