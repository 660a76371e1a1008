package dev.cancha.server.net;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The answer to an HTTP request. Immutable, so that it may be made once and sent to many. */
public final class HttpReply {
  /** To all methods but GET and HEAD, where nothing can be changed. */
  public static final HttpReply ONLY_LOOKING = of(HttpResponseStatus.METHOD_NOT_ALLOWED).with("allow",
      "GET, HEAD");

  private final HttpResponseStatus status;
  private final SortedMap<String, String> headers;
  private final byte[] body;

  /**
   * A reply of any content.
   *
   * @param headers beside those that every answer has: length, connection, no sniffing
   * @param body never changed again
   */
  public HttpReply(HttpResponseStatus status, SortedMap<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    this.body = body;
  }

  public HttpResponseStatus status() {
    return status;
  }

  public SortedMap<String, String> headers() {
    return headers;
  }

  /** The bytes themselves, not a copy: they must not be changed. */
  public byte[] body() {
    return body;
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
