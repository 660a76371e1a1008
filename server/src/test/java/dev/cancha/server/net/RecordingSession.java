package dev.cancha.server.net;

import dev.cancha.common.message.ByeCode;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.wire.Malformed;
import dev.cancha.common.wire.MessageCodec;
import dev.cancha.server.session.Connection;
import dev.cancha.server.session.ConnectionEvents;
import java.util.ArrayList;
import java.util.List;

/**
 * A session that notes what it is told. It answers as the smallest session would: {@code hello} is welcomed by a
 * {@code done}, {@code sync} is answered by one, {@code start} stops the reading, and {@code leave} closes.
 */
final class RecordingSession implements ConnectionEvents {
  private static final MessageCodec CODEC = new MessageCodec();

  final Connection connection;
  final List<String> events = new ArrayList<>();

  RecordingSession(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void on(ClientMessage message) {
    events.add(message.getClass().getSimpleName());
    switch (message) {
      case ClientMessage.Hello hello when connection.refusal() != null -> refuse(connection.refusal());
      case ClientMessage.Hello hello -> {
        connection.welcomed();
        send(new ServerMessage.Done(hello.id(), null));
      }
      case ClientMessage.Sync sync -> send(new ServerMessage.Done(sync.id(), null));
      case ClientMessage.Start start -> {
        send(new ServerMessage.Done(start.id(), null));
        connection.reading(false);
      }
      case ClientMessage.Leave leave -> {
        send(new ServerMessage.Bye(ByeCode.SHUTDOWN, "Bye.", null));
        connection.close(ByeCode.SHUTDOWN.closeCode());
      }
      case ClientMessage.Resign resign -> throw new IllegalStateException("a planted bug");
      default -> {
        // Noted, and that is all.
      }
    }
  }

  @Override
  public void on(Malformed malformed) {
    events.add(malformed.code().name());
    if (malformed.code() == ErrorCode.TOO_LARGE) {
      refuse(ErrorCode.TOO_LARGE);
    }
  }

  private void refuse(ErrorCode code) {
    send(new ServerMessage.Failure(null, null, code, "No."));
    connection.close(code.closeCode());
  }

  void send(ServerMessage message) {
    connection.write(CODEC.encode(message));
  }

  @Override
  public void readComplete() {
    connection.flush();
  }

  @Override
  public void writabilityChanged() {
    events.add(connection.isWritable() ? "writable" : "not writable");
  }

  @Override
  public void helloTimedOut() {
    events.add("hello timed out");
    refuse(ErrorCode.HELLO_FIRST);
  }

  @Override
  public void idle() {
    events.add("idle");
  }

  @Override
  public void lost() {
    events.add("lost");
  }
}
