package dev.cancha.client;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What a client is handed so that it can run over real sockets and in a simulation alike.
 *
 * @param loops each client takes one loop of it, with its timers and its ticker
 * @param channels makes the channel of each connection; fits {@code loops}
 * @param addresses what to connect to for an endpoint; an unresolved address is looked up by the JDK on the client's
 *     loop, so give literal addresses where many clients share one
 * @param chance 64 random bits at each call, for jitter and for the masks and the nonce of WebSockets
 */
public record Network(EventLoopGroup loops, ChannelFactory<? extends Channel> channels,
    Function<Endpoint, ? extends SocketAddress> addresses, LongSupplier chance) {
  /** Addresses as they are on the internet. */
  public static SocketAddress internet(Endpoint endpoint) {
    return InetSocketAddress.createUnresolved(endpoint.host(), endpoint.port());
  }
}
