package dev.cancha.client;

import dev.cancha.common.message.Protocol;
import dev.cancha.common.wire.Framing;
import java.net.URI;
import java.util.Locale;

/**
 * Where a server is, and what is spoken to it.
 *
 * @param framing frames, or text messages of a WebSocket
 * @param host a name or an address; an IPv6 address without brackets
 * @param port 1 to 65,535
 * @param path of the WebSocket, such as {@code /ws}; empty for frames
 */
public record Endpoint(Framing framing, String host, int port, String path) {
  private static final int MAX_PORT = 65_535;

  public Endpoint {
    if (host.isEmpty()) {
      throw new IllegalArgumentException("an endpoint needs a host");
    }
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException("port " + port + " is not 1 to " + MAX_PORT);
    }
  }

  /** Host and port as people write them. */
  String address() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /**
   * Reads {@code HOST}, {@code HOST:PORT}, {@code cancha://HOST:PORT} or {@code ws://HOST:PORT/ws}. The port is 7777
   * and the path {@code /ws} where they are missing; an IPv6 address stands in brackets.
   *
   * @throws IllegalArgumentException with a sentence where it is none of these
   */
  public static Endpoint parse(String text) {
    URI uri;
    try {
      uri = URI.create(text.contains("://") ? text : "cancha://" + text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + text + "' is no address of a server", e);
    }
    String host = uri.getHost();
    if (host == null) {
      throw new IllegalArgumentException("'" + text + "' names no host: write HOST:PORT");
    }
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    int port = uri.getPort() < 0 ? Protocol.DEFAULT_PORT : uri.getPort();
    return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
      case "cancha" -> new Endpoint(Framing.FRAMES, bare, port, "");
      case "ws" -> new Endpoint(Framing.WEBSOCKET, bare, port, path(uri));
      default ->
        throw new IllegalArgumentException("'" + uri.getScheme() + "' is not spoken here: cancha or ws is");
    };
  }

  /** The same speech at another place: where a room has moved to. */
  Endpoint at(String otherHost, int otherPort) {
    return new Endpoint(framing, otherHost, otherPort, path);
  }

  /** The URI of the WebSocket's handshake. */
  URI webSocketUri() {
    return URI.create("ws://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + path);
  }

  private static String path(URI uri) {
    return uri.getPath().isEmpty() || uri.getPath().equals("/") ? "/ws" : uri.getPath();
  }
}
