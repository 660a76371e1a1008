package dev.cancha.client;

import dev.cancha.common.message.Protocol;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker13;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.LongSupplier;

/**
 * The WebSocket handshake of RFC 6455 with its nonce and its masks from a given source of chance, so that a simulated
 * client sends the same bytes from the same seed. Netty's own draws them from the thread. Owner: the client's event
 * loop.
 */
final class SeededHandshaker extends WebSocketClientHandshaker13 {
  private static final int NONCE_BYTES = 16;

  private final LongSupplier chance;
  private String expected = "";

  SeededHandshaker(URI uri, LongSupplier chance) {
    super(uri, WebSocketVersion.V13, null, false, null, Protocol.MAX_SERVER_BYTES, true, false);
    this.chance = chance;
  }

  @Override
  protected FullHttpRequest newHandshakeRequest() {
    FullHttpRequest request = super.newHandshakeRequest();
    byte[] nonce = ByteBuffer.allocate(NONCE_BYTES)
        .putLong(chance.getAsLong())
        .putLong(chance.getAsLong())
        .array();
    String key = Base64.getEncoder().encodeToString(nonce);
    request.headers().set(HttpHeaderNames.SEC_WEBSOCKET_KEY, key);
    expected = accepted(key);
    return request;
  }

  @Override
  protected void verify(FullHttpResponse response) {
    HttpHeaders headers = response.headers();
    if (!response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
      throw new WebSocketClientHandshakeException("the server answered " + response.status(), response);
    }
    if (!headers.contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
        || !headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
        || !headers.contains(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT, expected, false)) {
      throw new WebSocketClientHandshakeException("the server did not take up the WebSocket", response);
    }
  }

  @Override
  protected WebSocketFrameEncoder newWebSocketEncoder() {
    return new WebSocket13FrameEncoder(() -> (int) chance.getAsLong());
  }

  /** RFC 6455, section 4.2.2. */
  private static String accepted(String key) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      return Base64.getEncoder()
          .encodeToString(sha1.digest((key + MAGIC_GUID).getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
