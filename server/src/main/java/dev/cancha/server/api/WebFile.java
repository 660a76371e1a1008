package dev.cancha.server.api;

import dev.cancha.server.net.HttpCall;
import dev.cancha.server.net.HttpReply;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of the page. A browser keeps it and asks each time whether it is still right, so nobody ever runs the parts of
 * two versions together. Its answers are made when somebody first asks for it, in about a millisecond, and kept: a
 * server that nobody visits does not pay for its page. Safe for all threads.
 */
final class WebFile {
  /**
   * What the page may do, whatever someone smuggles into it: run and fetch what this server has, and nothing else. Text
   * never becomes markup, since no script may write any, and no other page may show this one in a frame.
   */
  private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
      + "connect-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'; "
      + "require-trusted-types-for 'script'; trusted-types 'none'";

  private static final Map<String, String> TYPES = Map.of(
      "html", "text/html; charset=utf-8",
      "js", "text/javascript; charset=utf-8",
      "css", "text/css; charset=utf-8",
      "svg", "image/svg+xml",
      "txt", "text/plain; charset=utf-8",
      "png", "image/png",
      "webmanifest", "application/manifest+json");

  private final String type;
  private final byte[] bytes;
  private volatile @Nullable Answers answers;

  private WebFile(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  /** The file of that name, whose end says what it is. */
  static WebFile of(String name, byte[] bytes) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalArgumentException("No content type is known for " + name);
    }
    return new WebFile(type, bytes);
  }

  HttpReply reply(HttpCall.Caller caller) {
    Answers ready = answers;
    if (ready == null) {
      // Two threads at once make the same.
      ready = Answers.of(type, bytes);
      answers = ready;
    }
    return ready.reply(caller);
  }

  /**
   * What is sent.
   *
   * @param tag of the plain bytes; what is compressed has one of its own
   */
  private record Answers(String tag, HttpReply plain, HttpReply zipped, HttpReply unchanged) {
    static Answers of(String type, byte[] bytes) {
      String hash = hash(bytes);
      String tag = "\"" + hash + "\"";
      String zippedTag = "\"" + hash + "-gzip\"";
      return new Answers(tag, answer(HttpResponseStatus.OK, bytes, tag).with("content-type", type),
          answer(HttpResponseStatus.OK, gzip(bytes), zippedTag).with("content-type", type)
              .with("content-encoding", "gzip"),
          answer(HttpResponseStatus.NOT_MODIFIED, new byte[0], tag));
    }

    HttpReply reply(HttpCall.Caller caller) {
      HttpReply whole = caller.gzip() ? zipped : plain;
      return has(caller.ifNoneMatch()) ? unchanged.with("etag", whole.headers().getOrDefault("etag", tag))
          : whole;
    }

    /** Whether one of the tags that the client has is that of these bytes, in whatever encoding it got them. */
    private boolean has(@Nullable String ifNoneMatch) {
      String zippedTag = zipped.headers().get("etag");
      return ifNoneMatch != null && Arrays.stream(ifNoneMatch.split(",", -1))
          .map(each -> each.strip().startsWith("W/") ? each.strip().substring(2) : each.strip())
          .anyMatch(each -> each.equals("*") || each.equals(tag) || each.equals(zippedTag));
    }
  }

  private static HttpReply answer(HttpResponseStatus status, byte[] body, String tag) {
    SortedMap<String, String> headers = new TreeMap<>();
    headers.put("etag", tag);
    headers.put("vary", "accept-encoding");
    headers.put("cache-control", "no-cache");
    headers.put("content-security-policy", POLICY);
    headers.put("referrer-policy", "no-referrer");
    return new HttpReply(status, headers, body);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
