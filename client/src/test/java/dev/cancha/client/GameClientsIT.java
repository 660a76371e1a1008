package dev.cancha.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The standalone client on real sockets: one server of a few lines, and none. */
class GameClientsIT {
  @Test
  void aStandaloneClientIsWelcomedAndItsThreadEndsWithIt() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        GameClients clients = GameClients.standalone()) {
      GameClient client = clients.client(at(server), Login.as("Ana"), new RecordingListener());
      CompletableFuture<?> connected = client.connect().toCompletableFuture();
      try (Socket socket = server.accept()) {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        assertThat(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8))
            .startsWith("{\"type\":\"hello\"");
        write(socket, Stage.welcome(""));
        connected.get(10, TimeUnit.SECONDS);
        client.close();
        assertThat(in.read()).as("the end of the stream").isEqualTo(-1);
      }
    }
  }

  @Test
  void aResetConnectionIsMadeAnew() throws Exception {
    RecordingListener heard = new RecordingListener();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        GameClients clients = GameClients.standalone()) {
      GameClient client = clients.client(at(server), Login.as("Ana"), heard);
      CompletableFuture<?> connected = client.connect().toCompletableFuture();
      try (Socket socket = server.accept()) {
        write(socket, Stage.welcome(""));
        connected.get(10, TimeUnit.SECONDS);
        socket.setSoLinger(true, 0);
      }
      try (Socket again = server.accept()) {
        DataInputStream in = new DataInputStream(again.getInputStream());
        assertThat(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8)).contains(Stage.TOKEN);
        client.close();
        Awaitility.await()
            .atMost(Duration.ofSeconds(10))
            .until(client.closed().toCompletableFuture()::isDone);
      }
    }
  }

  @Test
  void aClientWhoseLoopEndsIsClosed() throws Exception {
    RecordingListener heard = new RecordingListener();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      GameClient client;
      try (GameClients clients = GameClients.standalone()) {
        client = clients.client(at(server), Login.as("Ana"), heard);
        welcomeAndDrop(client, server);
      }
      client.closed().toCompletableFuture().get(10, TimeUnit.SECONDS);
      client.close();
    }
    assertThat(heard.take()).endsWith("closed");
    assertThat(heard.cause).isInstanceOf(ConnectionLost.class);
  }

  @Test
  void aClientThatWaitsToComeBackWhenItsLoopEndsIsClosed() throws Exception {
    CompletableFuture<Void> lost = new CompletableFuture<>();
    RecordingListener heard = new RecordingListener() {
      @Override
      public void onConnectionLost(Duration wait) {
        super.onConnectionLost(wait);
        lost.complete(null);
      }
    };
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      GameClient client;
      try (GameClients clients = GameClients.standalone()) {
        client = clients.client(at(server), Login.as("Ana"), heard);
        welcomeAndDrop(client, server);
        lost.get(10, TimeUnit.SECONDS);
      }
      client.closed().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
    assertThat(heard.take()).containsExactly("lost", "closed");
    assertThat(heard.cause).isInstanceOf(ConnectionLost.class);
  }

  @Test
  void aPortThatNobodyListensOnIsSaidSo() throws Exception {
    int port;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }
    try (GameClients clients = GameClients.standalone()) {
      GameClient client = clients.client(Endpoint.parse("127.0.0.1:" + port), Login.as("Ana"),
          new RecordingListener());
      CompletableFuture<?> connected = client.connect().toCompletableFuture();
      assertThatThrownBy(() -> connected.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(ConnectionLost.class)
          .hasMessageEndingWith("no server answers at 127.0.0.1:" + port + ": Connection refused");
    }
  }

  private static void welcomeAndDrop(GameClient client, ServerSocket server) throws Exception {
    CompletableFuture<?> connected = client.connect().toCompletableFuture();
    try (Socket socket = server.accept()) {
      write(socket, Stage.welcome(""));
      connected.get(10, TimeUnit.SECONDS);
    }
  }

  private static Endpoint at(ServerSocket server) {
    return Endpoint.parse("127.0.0.1:" + server.getLocalPort());
  }

  private static void write(Socket socket, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.writeInt(body.length);
    out.write(body);
    out.flush();
  }
}
