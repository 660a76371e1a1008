package dev.cancha.client;

import dev.cancha.common.CompositionRoot;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;

/**
 * Clients for a program that has no event loops of its own: one thread that carries as many as are asked for. Close it
 * when the program is done with all of them.
 */
@CompositionRoot("makes the event loop and the chance of programs that only want to play")
public final class GameClients implements AutoCloseable {
  private static final long SHUTDOWN_MILLIS = 2_000;

  private final EventLoopGroup loops;
  private final Network network;

  private GameClients(EventLoopGroup loops, Network network) {
    this.loops = loops;
    this.network = network;
  }

  /** One thread, real sockets, and the chance of the machine. */
  public static GameClients standalone() {
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    SecureRandom chance = new SecureRandom();
    return new GameClients(loops,
        new Network(loops, NioSocketChannel::new, Network::internet, chance::nextLong));
  }

  /** A client that does nothing before {@link GameClient#connect}. */
  public GameClient client(Endpoint endpoint, Login login, Listener listener) {
    return new GameClient(network, endpoint, login, listener);
  }

  /** Ends the thread, and with it every client's connection. Waits for at most 2 s. */
  @Override
  public void close() {
    loops.shutdownGracefully(0, SHUTDOWN_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly(SHUTDOWN_MILLIS);
  }
}
