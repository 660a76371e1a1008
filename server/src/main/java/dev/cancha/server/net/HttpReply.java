package dev.cancha.server.net;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answer to an HTTP request.
 *
 * @param headers beside those that every answer has: length, connection, no sniffing
 * @param body never changed again
 */
public record HttpReply(HttpResponseStatus status, SortedMap<String, String> headers, byte[] body) {
  public HttpReply {
    headers = new TreeMap<>(headers);
  }

  /** One line of plain text, never cached. */
  public static HttpReply text(HttpResponseStatus status, String line) {
    SortedMap<String, String> headers = new TreeMap<>();
    headers.put("content-type", "text/plain; charset=utf-8");
    headers.put("cache-control", "no-store");
    return new HttpReply(status, headers, (line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** A status that says all there is to say. */
  public static HttpReply of(HttpResponseStatus status) {
    return text(status, status.code() + " " + status.reasonPhrase());
  }

  /** This reply with one header more. */
  public HttpReply with(String name, String value) {
    SortedMap<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new HttpReply(status, more, body);
  }
}
