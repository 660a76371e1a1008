package dev.cancha.common.discovery;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.List;

/**
 * A UDP socket that reaches everyone on the given interfaces, and hears what is sent to everyone. It knows the
 * interfaces that there were when it was opened: where they change another socket takes its place, since a membership
 * in a group does not outlive its interface.
 *
 * <p>Owner: its event loop, which must be one for NIO.
 */
final class LanSocket {
  private static final System.Logger LOG = System.getLogger(LanSocket.class.getName());

  private final DatagramChannel channel;
  private final SocketProtocolFamily family;
  private final List<NetworkLink> links;

  private LanSocket(DatagramChannel channel, SocketProtocolFamily family, List<NetworkLink> links) {
    this.channel = channel;
    this.family = family;
    this.links = links;
  }

  /** What a socket is to be: {@code port} 0 is any free one, each other one is shared with whoever shares it too. */
  record Wish(SocketProtocolFamily family, int port, List<NetworkLink> links) {}

  /** Opens one, whose datagrams {@code handler} takes; fails with the system's reason. */
  static Future<LanSocket> open(EventLoop loop, Wish wish, ChannelHandler handler) {
    Promise<LanSocket> opened = loop.newPromise();
    String any = wish.family() == SocketProtocolFamily.INET ? "0.0.0.0" : "::";
    new Bootstrap().group(loop)
        .channelFactory(() -> new NioDatagramChannel(wish.family()))
        .option(ChannelOption.SO_REUSEADDR, wish.port() != 0)
        .option(ChannelOption.SO_BROADCAST, true)
        // one byte more, so that what is too long is seen to be
        .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(Datagram.BYTES + 1))
        .handler(handler)
        .bind(new InetSocketAddress(InetAddress.ofLiteral(any), wish.port()))
        .addListener((ChannelFuture bound) -> {
          if (bound.isSuccess()) {
            LanSocket socket = new LanSocket((DatagramChannel) bound.channel(), wish.family(), wish.links());
            if (wish.port() != 0) {
              socket.join();
            }
            opened.setSuccess(socket);
          } else {
            opened.setFailure(bound.cause());
          }
        });
    return opened;
  }

  private void join() {
    for (NetworkLink link : links) {
      try {
        NetworkInterface network = NetworkInterface.getByName(link.name());
        if (network == null || !link.multicast()) {
          continue;
        }
        if (family == SocketProtocolFamily.INET && BeaconAddress.hasIPv4(link)) {
          channel.joinGroup(new InetSocketAddress(BeaconAddress.GROUP, 0), network);
        } else if (family == SocketProtocolFamily.INET6 && BeaconAddress.hasIPv6(link)) {
          channel.joinGroup(new InetSocketAddress(BeaconAddress.GROUP_6, 0), network);
        }
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "no group on {0}: {1}", link.name(), e.toString());
      }
    }
  }

  /** Whether datagrams to {@code address} are this socket's business. */
  boolean serves(InetAddress address) {
    return address instanceof Inet4Address == (family == SocketProtocolFamily.INET);
  }

  /** Sends to everyone on every interface: to the group, and to the networks' broadcast addresses. */
  void spread(byte[] datagram) {
    for (NetworkLink link : links) {
      if (family == SocketProtocolFamily.INET) {
        if (link.multicast() && BeaconAddress.hasIPv4(link)) {
          toGroup(datagram, link);
        }
        BeaconAddress.broadcasts(link).forEach(everyone -> send(datagram, everyone));
      } else if (link.multicast() && BeaconAddress.hasIPv6(link)) {
        toGroup(datagram, link);
      }
    }
  }

  private void toGroup(byte[] datagram, NetworkLink link) {
    try {
      NetworkInterface network = NetworkInterface.getByName(link.name());
      if (network != null) {
        channel.config().setNetworkInterface(network);
        send(datagram,
            family == SocketProtocolFamily.INET ? BeaconAddress.GROUP : BeaconAddress.group6(link));
      }
    } catch (IOException | RuntimeException e) { // Netty wraps what the system says of an interface that has just gone
      LOG.log(Level.DEBUG, "nothing is sent on {0}: {1}", link.name(), e.toString());
    }
  }

  /** Sends to the beacon's port at one address. A datagram may be lost anyway, so a refusal is no more than that. */
  void send(byte[] datagram, InetAddress to) {
    channel
        .writeAndFlush(
            new DatagramPacket(Unpooled.wrappedBuffer(datagram),
                new InetSocketAddress(to, BeaconAddress.PORT)))
        .addListener(sent -> {
          if (!sent.isSuccess()) {
            LOG.log(Level.DEBUG, "nothing is sent to {0}: {1}", to, String.valueOf(sent.cause()));
          }
        });
  }

  void close() {
    channel.close();
  }
}
