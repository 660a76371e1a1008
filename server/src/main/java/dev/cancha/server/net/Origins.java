package dev.cancha.server.net;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * From which pages a browser may open a WebSocket: those of this server, and those that the operator names. So no
 * foreign page can play in a visitor's name. Programs send no origin and pass.
 *
 * @param allowed {@code scheme://host[:port]}, or {@code *}
 */
record Origins(List<String> allowed) {
  /** @param host the request's {@code Host}: the name and port under which the client reached this server */
  boolean permit(@Nullable String origin, @Nullable String host) {
    if (origin == null) {
      return true;
    }
    String asked = origin.toLowerCase(Locale.ROOT);
    return allowed.contains("*") || allowed.contains(asked) || (host != null && own(asked, host));
  }

  private static boolean own(String origin, String host) {
    int scheme = origin.indexOf("://");
    if (scheme < 0) {
      return false;
    }
    String port = origin.startsWith("https:") ? ":443" : ":80";
    return withoutPort(origin.substring(scheme + 3), port)
        .equals(withoutPort(host.toLowerCase(Locale.ROOT), port));
  }

  private static String withoutPort(String authority, String port) {
    return authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
  }
}
