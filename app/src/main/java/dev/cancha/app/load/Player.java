package dev.cancha.app.load;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.wire.MalformedException;
import dev.cancha.common.wire.MessageCodec;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One bare client: it reads of a patch only its head, keeps no document, and has one act unanswered at most. Owner: the
 * crowd's event loop.
 */
final class Player extends ByteToMessageDecoder {
  private static final int HEADER_BYTES = 4;
  private static final MessageCodec CODEC = new MessageCodec();

  private final Crowd crowd;
  private final Pair pair;
  private final int seat;
  private @Nullable ChannelHandlerContext context;
  private long rev;
  private long seq;
  private long sentNanos;

  Player(Crowd crowd, Pair pair, int seat) {
    this.crowd = crowd;
    this.pair = pair;
    this.seat = seat;
  }

  int seat() {
    return seat;
  }

  /** The last revision that this client has seen. */
  long rev() {
    return rev;
  }

  void sees(long seen) {
    rev = seen;
  }

  void send(ClientMessage message) {
    byte[] body = CODEC.write(message);
    ByteBuf frame = context().alloc().ioBuffer(HEADER_BYTES + body.length);
    flush(frame.writeInt(body.length).writeBytes(body));
  }

  void act(int column) {
    String body = "{\"type\":\"act\",\"seq\":" + ++seq + ",\"action\":{\"column\":" + column + "}}";
    ByteBuf frame = context().alloc().ioBuffer(HEADER_BYTES + body.length()).writeInt(body.length());
    ByteBufUtil.writeAscii(frame, body);
    crowd.acted();
    sentNanos = nowNanos();
    flush(frame);
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    context = ctx;
    pair.connected(this);
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    while (in.readableBytes() >= HEADER_BYTES) {
      int length = in.getInt(in.readerIndex());
      if (in.readableBytes() < HEADER_BYTES + length) {
        return;
      }
      in.skipBytes(HEADER_BYTES);
      int next = in.readerIndex() + length;
      PatchHead patch = PatchHead.read(in, in.readerIndex(), length);
      if (patch != null) {
        crowd.patched(length);
        patched(patch);
      } else {
        other(in.slice(in.readerIndex(), length));
      }
      in.readerIndex(next);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    crowd.fail("The server closed a connection.");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    crowd.fail("A client failed: " + cause + ".");
    ctx.close();
  }

  private void patched(PatchHead patch) {
    if (patch.rev() != rev + 1) {
      crowd.fail("A client that had revision " + rev + " was sent revision " + patch.rev() + ".");
      return;
    }
    rev = patch.rev();
    if (patch.seat() == seat) {
      if (patch.seq() != seq) {
        crowd.fail("Act " + seq + " was answered as act " + patch.seq() + ".");
        return;
      }
      crowd.answered(nowNanos() - sentNanos);
    }
    pair.goOn(this);
  }

  private void other(ByteBuf body) {
    try {
      ServerMessage message = CODEC.readServer(body);
      if (message != null) {
        pair.heard(this, message);
      }
    } catch (MalformedException e) {
      crowd.fail("The server sent what is no message: " + e.malformed().message() + ".");
    }
  }

  private void flush(ByteBuf frame) {
    ChannelHandlerContext ctx = context();
    ctx.writeAndFlush(frame, ctx.voidPromise());
  }

  private long nowNanos() {
    return context().channel().eventLoop().ticker().nanoTime();
  }

  private ChannelHandlerContext context() {
    return Objects.requireNonNull(context, "the connection is not open yet");
  }
}
