package dev.cancha.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.cancha.common.wire.MessageCodec;
import dev.cancha.server.api.HealthRoutes;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stack on real sockets, with a session that only answers. */
class ListenerIT {
  private static final String BYE = "{\"type\":\"bye\",\"code\":\"shutdown\",\"message\":\"Bye.\"}";

  enum Kind {
    EPOLL, NIO
  }

  private final BlockingQueue<RecordingSession> sessions = new LinkedBlockingQueue<>();
  private final ProtocolStack stack = new ProtocolStack(NetLimits.standard(), new MessageCodec(),
      HealthRoutes.all(() -> true), connection -> {
        RecordingSession session = new RecordingSession(connection);
        sessions.add(session);
        return session;
      });
  private EventLoopGroup group;
  private Listener listener;

  private void listen(Kind kind) throws Exception {
    assumeThat(kind == Kind.NIO || Epoll.isAvailable()).as("epoll is there").isTrue();
    group = new MultiThreadIoEventLoopGroup(2,
        kind == Kind.EPOLL ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    listener = open(kind, 0);
  }

  private Listener open(Kind kind, int port) throws Exception {
    Transport transport = new Transport(group, group,
        kind == Kind.EPOLL ? EpollServerSocketChannel::new : NioServerSocketChannel::new);
    return Listener.open(transport, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), stack)
        .get();
  }

  @AfterEach
  void nothingIsLeft() throws InterruptedException {
    if (group != null) {
      listener.close().sync();
      await().untilAsserted(() -> assertThat(stack.admissions().open()).isZero());
      group.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
    }
  }

  @ParameterizedTest
  @EnumSource
  void framesArePlayedToTheEnd(Kind kind) throws Exception {
    listen(kind);
    try (Socket socket = connect()) {
      socket.getOutputStream().write(Wire.framed(Wire.HELLO, "{\"type\":\"sync\"}", "{\"type\":\"leave\"}"));

      DataInputStream in = new DataInputStream(socket.getInputStream());
      assertThat(frame(in)).isEqualTo(Wire.DONE);
      assertThat(frame(in)).isEqualTo(Wire.DONE);
      assertThat(frame(in)).isEqualTo(BYE);
      assertThat(in.read()).as("the end of the stream").isEqualTo(-1);
      // The server still reads: writing on must not destroy anything.
      socket.getOutputStream().write(Wire.framed("{\"type\":\"sync\"}"));
    }
    RecordingSession session = sessions.take();
    await().untilAsserted(() -> assertThat(session.events).containsExactly("Hello", "Sync", "Leave", "lost"));
    assertThat(session.connection.address()).isEqualTo("127.0.0.1");
    assertThat(session.connection.loopback()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerSurvivesThoughTheClientKeepsSending(Kind kind) throws Exception {
    listen(kind);
    try (Socket socket = connect()) {
      socket.getOutputStream().write(Wire.framed(Wire.HELLO, "{\"type\":\"leave\"}"));
      for (int i = 0; i < 100; i++) {
        socket.getOutputStream().write(Wire.framed("{\"type\":\"sync\"}"));
      }

      DataInputStream in = new DataInputStream(socket.getInputStream());
      assertThat(frame(in)).isEqualTo(Wire.DONE);
      assertThat(frame(in)).isEqualTo(BYE);
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWebSocketAndHttpShareThePort(Kind kind) throws Exception {
    listen(kind);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> health = client.send(HttpRequest.newBuilder(uri("http", "/healthz")).build(),
          HttpResponse.BodyHandlers.ofString());
      assertThat(health.body()).isEqualTo("ok\n");

      Texts texts = new Texts();
      WebSocket webSocket = client.newWebSocketBuilder().buildAsync(uri("ws", "/ws"), texts).get();
      webSocket.sendText(Wire.HELLO, true).get();
      webSocket.sendText("{\"type\":", false).get();
      webSocket.sendText("\"leave\"}", true).get();

      assertThat(texts.received.take()).isEqualTo(Wire.DONE);
      assertThat(texts.received.take()).isEqualTo(BYE);
      assertThat(texts.received.take()).isEqualTo("closed 4000");
    }
  }

  @ParameterizedTest
  @EnumSource
  void hellBesideAnHonestClientDisturbsNobody(Kind kind) throws Exception {
    listen(kind);
    try (Socket honest = connect()) {
      DataInputStream in = new DataInputStream(honest.getInputStream());
      honest.getOutputStream().write(Wire.framed(Wire.HELLO));
      assertThat(frame(in)).isEqualTo(Wire.DONE);
      Random random = new Random(11);
      for (int round = 0; round < 50; round++) {
        byte[] bytes = new byte[5_000];
        random.nextBytes(bytes);
        bytes[0] = (byte) (round % 3 == 0 ? 0 : round % 3 == 1 ? 'G' : random.nextInt());
        bytes[1] = (byte) (round % 2);
        try (Socket hostile = connect()) {
          hostile.setSoLinger(round % 2 == 0, 0); // half of them end with a reset
          hostile.getOutputStream().write(bytes);
        }
        honest.getOutputStream().write(Wire.framed("{\"type\":\"sync\",\"id\":" + (round + 1) + "}"));
        assertThat(frame(in)).isEqualTo("{\"type\":\"done\",\"re\":" + (round + 1) + "}");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionIsUsedOnItsOwnLoopOnly(Kind kind) throws Exception {
    listen(kind);
    try (Socket socket = connect()) {
      socket.getOutputStream().write(Wire.framed(Wire.HELLO));
      RecordingSession session = sessions.take();

      assertThatThrownBy(session.connection::flush).isInstanceOf(AssertionError.class)
          .hasMessageContaining("connection.loop().execute");
      assertThat(session.connection.loop().submit(session.connection::isWritable).get()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTakenPortFailsWithTheReason(Kind kind) throws Exception {
    listen(kind);

    assertThat(Listener.open(
        new Transport(group, group,
            kind == Kind.EPOLL ? EpollServerSocketChannel::new : NioServerSocketChannel::new),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.port()), stack).await().cause())
        .isInstanceOfAny(BindException.class, IOException.class)
        .hasMessageContaining("in use");
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private URI uri(String scheme, String path) {
    return URI.create(scheme + "://127.0.0.1:" + listener.port() + path);
  }

  private static String frame(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private static final class Texts implements WebSocket.Listener {
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      received.add(data.toString());
      webSocket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
      received.add("closed " + statusCode);
      return null;
    }
  }
}
