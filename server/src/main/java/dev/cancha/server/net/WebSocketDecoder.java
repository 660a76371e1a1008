package dev.cancha.server.net;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.wire.Malformed;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import java.util.List;

/**
 * Netty's decoder of WebSocket frames, with a limit that can be raised and is checked when a frame's header is there,
 * before its payload is buffered; fragments count together. Over it: a {@link Malformed} {@code tooLarge}, and
 * everything after it is dropped. What breaks RFC 6455 is closed by Netty. Owner: the channel's event loop.
 */
final class WebSocketDecoder extends WebSocket13FrameDecoder {
  /** The limit is ours, extensions are none, and what is not UTF-8 is for the codec to refuse as bad JSON. */
  static final WebSocketDecoderConfig CONFIG = WebSocketDecoderConfig.newBuilder()
      .allowExtensions(false)
      .maxFramePayloadLength(Integer.MAX_VALUE)
      .withUTF8Validator(false)
      .build();

  private static final int CONTROL = 0x08;
  private static final int LENGTH = 0x7F;

  private int maxTextBytes;
  private boolean inFrame;
  private boolean refused;
  /** The payload of the message whose fragments are coming in, so far. */
  private long messageBytes;

  WebSocketDecoder(int maxTextBytes) {
    super(CONFIG);
    this.maxTextBytes = maxTextBytes;
  }

  /** Changes the limit, for the next frame on. */
  void maxTextBytes(int bytes) {
    maxTextBytes = bytes;
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
    if (refused) {
      in.skipBytes(in.readableBytes());
      return;
    }
    if (!inFrame && !enterFrame(in)) {
      return;
    }
    if (messageBytes > maxTextBytes) {
      refused = true;
      in.skipBytes(in.readableBytes());
      out.add(new Malformed(ErrorCode.TOO_LARGE,
          "the message has " + messageBytes + " bytes or more, but at most " + maxTextBytes
              + " are allowed here",
          null, null));
      return;
    }
    super.decode(ctx, in, out);
    inFrame = out.isEmpty();
  }

  /** Looks at a frame's header, without reading it; false: it is not all there yet. */
  private boolean enterFrame(ByteBuf in) {
    int start = in.readerIndex();
    if (in.readableBytes() < 2) {
      return false;
    }
    int shortLength = in.getByte(start + 1) & LENGTH;
    int more = shortLength < 126 ? 0 : shortLength == 126 ? Short.BYTES : Long.BYTES;
    if (in.readableBytes() < 2 + more) {
      return false;
    }
    int first = in.getByte(start);
    if ((first & CONTROL) == 0) {
      // Netty refuses a continuation of nothing, and a message that begins inside another one.
      boolean continuation = (first & 0x0F) == 0;
      long length = more == 0 ? shortLength
          : more == Short.BYTES ? in.getUnsignedShort(start + 2) : in.getLong(start + 2);
      // A length with its highest bit set is negative here: larger than anything.
      messageBytes = (continuation ? messageBytes : 0)
          + (length < 0 ? Integer.MAX_VALUE : Math.min(length, 1L << 40));
    }
    inFrame = true;
    return true;
  }
}
