package dev.cancha.app;

import dev.cancha.client.Endpoint;
import dev.cancha.client.GameClient;
import dev.cancha.client.Listener;
import dev.cancha.client.Login;
import dev.cancha.client.Network;
import dev.cancha.client.RoomView;
import dev.cancha.common.message.Json;
import dev.cancha.common.testing.WatchedLoops;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Clients of a real server, over sockets; closed together. Owner: the test's thread. */
final class People implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final WatchedLoops loops = new WatchedLoops(1, NioIoHandler.newFactory());
  private final AtomicLong chance = new AtomicLong(5);
  private final List<GameClient> clients = new ArrayList<>();
  private final int port;

  /** Of the server on this machine's {@code port}. */
  People(int port) {
    this.port = port;
  }

  GameClient client(String name) {
    Network network = new Network(loops, NioSocketChannel::new,
        at -> new InetSocketAddress(at.host(), at.port()), () -> chance.addAndGet(0x9E3779B97F4A7C15L));
    GameClient client = new GameClient(network, Endpoint.parse("127.0.0.1:" + port), Login.as(name),
        new Listener() {});
    clients.add(client);
    return client;
  }

  /** One who has been welcomed. */
  GameClient connected(String name) throws Exception {
    GameClient client = client(name);
    done(client.connect());
    return client;
  }

  static RoomView view(GameClient client) {
    return Objects.requireNonNull(client.room());
  }

  static <T> T done(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  static CompletionStage<?> act(GameClient client, String action) {
    return client.act(Json.ofChecked(action), view(client).rev());
  }

  @Override
  public void close() {
    clients.forEach(GameClient::close);
    clients.forEach(
        client -> client.closed().toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
