package dev.cancha.server.net;

import dev.cancha.common.message.ErrorCode;
import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end.
 *
 * @param address the IP address as text, or what stands for it where there is no IP
 * @param local whether the other end is on this machine: it comes over loopback, from this machine's own address, or
 *     from memory
 * @param refusal why it is not welcome, or null
 */
record Peer(String address, boolean local, @Nullable ErrorCode refusal) {
  static Peer of(Channel channel) {
    if (!(channel.remoteAddress() instanceof InetSocketAddress remote) || remote.getAddress() == null) {
      return new Peer(String.valueOf(channel.remoteAddress()), true, null);
    }
    InetAddress ip = remote.getAddress();
    boolean own = channel.localAddress() instanceof InetSocketAddress here && ip.equals(here.getAddress());
    return new Peer(ip.getHostAddress(), own || ip.isLoopbackAddress(), null);
  }

  Peer refused(ErrorCode code) {
    return new Peer(address, local, code);
  }
}
