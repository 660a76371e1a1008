package dev.cancha.client;

import org.jspecify.annotations.Nullable;

/**
 * Who a client is.
 *
 * @param name 1 to 24 characters; ignored where the token resumes a session
 * @param token of an earlier {@code welcome}, to resume its session, also from another process; or null
 * @param client free text for the server's log, such as a program's name and version; or null
 */
public record Login(String name, @Nullable String token, @Nullable String client) {
  /** A new session. */
  public static Login as(String name) {
    return new Login(name, null, null);
  }

  /** Without the token, which is a secret. */
  @Override
  public String toString() {
    return "Login[name=" + name + (token == null ? "" : ", resuming") + ", client=" + client + "]";
  }

  /** The session of {@code token}, if the server still knows it, else a new one. */
  public Login resuming(String sessionToken) {
    return new Login(name, sessionToken, client);
  }
}
