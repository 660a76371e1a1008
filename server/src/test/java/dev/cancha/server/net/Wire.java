package dev.cancha.server.net;

import dev.cancha.common.wire.Encoded;
import dev.cancha.common.wire.Framing;
import dev.cancha.common.wire.MessageCodec;
import dev.cancha.server.session.Connection;
import dev.cancha.server.session.ConnectionEvents;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client's end of the whole pipeline, in memory, whose clock moves only when told. */
final class Wire {
  static final String HELLO = "{\"type\":\"hello\",\"name\":\"Ana\"}";
  static final String DONE = "{\"type\":\"done\"}";
  /** A handshake but for the empty line that ends it. */
  static final String UPGRADE = """
      GET /ws HTTP/1.1
      Host: play.example:7777
      Upgrade: websocket
      Connection: Upgrade
      Sec-WebSocket-Version: 13
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
      """.replace("\n", "\r\n");

  final EmbeddedChannel channel;
  private final List<RecordingSession> sessions = new ArrayList<>();

  /** Over {@code stack}, which makes its sessions with {@link #session(Connection)} of its own choice. */
  Wire(ProtocolStack stack, @Nullable InetSocketAddress remote) {
    channel = new EmbeddedChannel() {
      @Override
      protected SocketAddress remoteAddress0() {
        return remote != null && isActive() ? remote : super.remoteAddress0();
      }
    };
    channel.freezeTime();
    channel.pipeline().addLast(stack);
  }

  private Wire(NetLimits limits, List<HttpRoute> routes) {
    channel = new EmbeddedChannel();
    channel.freezeTime();
    channel.pipeline().addLast(new ProtocolStack(limits, new MessageCodec(), routes, this::session));
  }

  static Wire open() {
    return new Wire(NetLimits.standard(), List.of());
  }

  static Wire open(NetLimits limits, HttpRoute... routes) {
    return new Wire(limits, List.of(routes));
  }

  private ConnectionEvents session(Connection connection) {
    RecordingSession session = new RecordingSession(connection);
    sessions.add(session);
    return session;
  }

  /** The one session that this connection has. */
  RecordingSession session() {
    if (sessions.size() != 1) {
      throw new AssertionError("There are " + sessions.size() + " sessions");
    }
    return sessions.getFirst();
  }

  boolean hasSession() {
    return !sessions.isEmpty();
  }

  List<String> events() {
    return session().events;
  }

  /** Sends raw bytes, as they come from one read. */
  Wire send(byte[] bytes) {
    channel.writeInbound(Unpooled.copiedBuffer(bytes));
    return this;
  }

  Wire send(String ascii) {
    return send(ascii.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends messages, one frame each, in one read. */
  Wire frames(String... messages) {
    return send(framed(messages));
  }

  static byte[] framed(String... messages) {
    ByteBuf all = Unpooled.buffer();
    for (String message : messages) {
      all.writeBytes(new Encoded(message.getBytes(StandardCharsets.UTF_8)).buffer(Framing.FRAMES));
    }
    byte[] bytes = new byte[all.readableBytes()];
    all.readBytes(bytes);
    return bytes;
  }

  Wire upgraded() {
    send(UPGRADE + "\r\n");
    String answer = received();
    if (!answer.startsWith("HTTP/1.1 101 ")) {
      throw new AssertionError(answer);
    }
    return this;
  }

  /** Sends one masked WebSocket frame. */
  Wire webSocketFrame(int first, byte[] payload) {
    return send(webSocketBytes(first, payload));
  }

  static byte[] webSocketBytes(int first, byte[] payload) {
    ByteBuf frame = header(first, payload.length).writeBytes(new byte[] {1, 2, 3, 4});
    for (int i = 0; i < payload.length; i++) {
      frame.writeByte(payload[i] ^ 1 + i % 4);
    }
    byte[] bytes = new byte[frame.readableBytes()];
    frame.readBytes(bytes);
    return bytes;
  }

  /** The header of a masked frame, without its mask. */
  static ByteBuf header(int first, long length) {
    ByteBuf frame = Unpooled.buffer().writeByte(first);
    if (length < 126) {
      return frame.writeByte(0x80 | (int) length);
    }
    return length < 1 << 16 ? frame.writeByte(0x80 | 126).writeShort((int) length)
        : frame.writeByte(0x80 | 127).writeLong(length);
  }

  Wire text(String message) {
    return webSocketFrame(0x81, message.getBytes(StandardCharsets.UTF_8));
  }

  /** All bytes that were sent back since the last look, one char each. */
  String received() {
    StringBuilder all = new StringBuilder();
    for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
      all.append(part.toString(StandardCharsets.ISO_8859_1));
      part.release();
    }
    return all.toString();
  }

  /** The messages that came back in frames since the last look. */
  List<String> receivedFrames() {
    ByteBuf all = Unpooled.copiedBuffer(received(), StandardCharsets.ISO_8859_1);
    List<String> messages = new ArrayList<>();
    while (all.isReadable()) {
      messages.add(all.readCharSequence(all.readInt(), StandardCharsets.UTF_8).toString());
    }
    return messages;
  }

  Wire after(long millis) {
    channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();
    channel.runPendingTasks();
    return this;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  void end() {
    channel.finishAndReleaseAll();
  }
}
