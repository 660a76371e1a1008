package dev.cancha.server.net;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP request, as far as routes look at it.
 *
 * @param method in capitals
 * @param target the path, and the query with its question mark, as the client wrote them
 */
public record HttpCall(String method, String target, Caller caller) {
  /**
   * Who asks, and what they have already.
   *
   * @param local whether they are on this machine
   * @param authorization the header of that name
   * @param ifNoneMatch the header of that name
   * @param gzip whether they read what is compressed so
   */
  public record Caller(boolean local, @Nullable String authorization, @Nullable String ifNoneMatch,
      boolean gzip) {}

  /** The target without its query. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }
}
