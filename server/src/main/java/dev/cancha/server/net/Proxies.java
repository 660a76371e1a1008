package dev.cancha.server.net;

import dev.cancha.server.limits.Bounds;
import dev.cancha.server.limits.OutOfBounds;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The reverse proxies before this server: which of them may say for whom they ask, and below which path they put it.
 * Immutable.
 */
final class Proxies {
  private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]{1,64}){0,8}");
  private static final String EXAMPLE = "such as \"127.0.0.1\", \"::1\" or \"10.0.0.0/8\"";

  private final List<IpSubnetFilterRule> trusted;
  private final String prefix;

  /**
   * @param trusted addresses and networks
   * @param prefix empty, or a path that begins with a slash and does not end with one
   */
  Proxies(List<String> trusted, String prefix) {
    this.trusted = trusted.stream().map(Proxies::rule).toList();
    this.prefix = prefix;
    Bounds.check("trustedProxies", trusted.size(), 0, 100);
    Bounds.require(PREFIX.matcher(prefix).matches(), "pathPrefix", "pathPrefix is '" + prefix
        + "', but must be empty, or begin with a slash and not end with one, such as '/cancha'");
  }

  private static IpSubnetFilterRule rule(String text) {
    int slash = text.indexOf('/');
    InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
    if (address != null) {
      int bits = address.getAddress().length * 8;
      String size = slash < 0 ? String.valueOf(bits) : text.substring(slash + 1);
      if (size.matches("[0-9]{1,3}") && Integer.parseInt(size) <= bits) {
        return new IpSubnetFilterRule(address, Integer.parseInt(size), IpFilterRuleType.ACCEPT);
      }
    }
    throw new OutOfBounds("trustedProxies", "trustedProxies has '" + text
        + "', but must have IP addresses, or networks with the length of their prefix, " + EXAMPLE);
  }

  boolean trusts(Peer peer) {
    InetAddress address = address(peer.address());
    return address != null && trusts(address);
  }

  private boolean trusts(InetAddress address) {
    return trusted.stream().anyMatch(each -> each.matches(new InetSocketAddress(address, 0)));
  }

  /**
   * For whom {@code peer} asks: the last one in {@code forwardedFor} (the header {@code X-Forwarded-For}, to which each
   * proxy adds whom it was asked by) that is no trusted proxy itself, since whatever stands before was said by others.
   *
   * @return {@code peer} itself where it is no trusted proxy, or says nothing; null where it says what is no address
   */
  @Nullable
  Peer asksFor(Peer peer, @Nullable String forwardedFor) {
    if (forwardedFor == null || !trusts(peer)) {
      return peer;
    }
    String[] hops = forwardedFor.split(",", -1);
    InetAddress client = null;
    for (int i = hops.length - 1; i >= 0; i--) {
      client = address(hops[i].strip());
      if (client == null || !trusts(client)) {
        break;
      }
    }
    return client == null ? null
        : new Peer(client.getHostAddress(), client.isLoopbackAddress(), peer.refusal());
  }

  private static @Nullable InetAddress address(String text) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
    try {
      return bytes == null ? null : InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new AssertionError("an address of " + bytes.length + " bytes", e);
    }
  }

  /** The path within this server; that of a proxy which takes the prefix away itself is what it is. */
  String within(String target) {
    return below(target) ? target.substring(prefix.length()) : target;
  }

  /** Where the page is for one who left the last slash out: without it no relative address in it would be right. */
  @Nullable
  String home(String target) {
    return !prefix.isEmpty() && target.equals(prefix) ? prefix + "/" : null;
  }

  private boolean below(String target) {
    return !prefix.isEmpty() && target.startsWith(prefix) && target.startsWith("/", prefix.length());
  }
}
