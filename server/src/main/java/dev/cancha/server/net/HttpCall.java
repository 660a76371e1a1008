package dev.cancha.server.net;

/**
 * An HTTP request, as far as routes look at it.
 *
 * @param method in capitals
 * @param target the path, and the query with its question mark, as the client wrote them
 */
public record HttpCall(String method, String target) {
  /** The target without its query. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }
}
