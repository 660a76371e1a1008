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
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One bare client: it reads of a patch only its head, and keeps no document. Owner: the crowd's event loop. */
final class Player extends ByteToMessageDecoder {
  private static final int HEADER_BYTES = 4;
  private static final MessageCodec CODEC = new MessageCodec();

  private final Party party;
  private final int seat;
  private @Nullable ChannelHandlerContext context;
  private long rev;
  private long seq;
  private long sentNanos;
  private boolean gone;

  Player(Party party, int seat) {
    this.party = party;
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

  void failed(String what) {
    party.failed(what);
  }

  void send(ClientMessage message) {
    byte[] body = CODEC.write(message);
    ByteBuf frame = context().alloc().ioBuffer(HEADER_BYTES + body.length);
    flush(frame.writeInt(body.length).writeBytes(body));
  }

  /** The number of the last act. */
  long seq() {
    return seq;
  }

  /** How long ago the last act was sent. */
  long sinceActNanos() {
    return nowNanos() - sentNanos;
  }

  /** @param action the game's own object, as JSON */
  void act(String action) {
    String body = "{\"type\":\"act\",\"seq\":" + ++seq + ",\"action\":" + action + "}";
    ByteBuf frame = context().alloc().ioBuffer(HEADER_BYTES + body.length()).writeInt(body.length());
    ByteBufUtil.writeAscii(frame, body);
    sentNanos = nowNanos();
    flush(frame);
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    context = ctx;
    party.connected(this);
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
        patched(patch, in.slice(in.readerIndex(), length));
      } else {
        other(in.slice(in.readerIndex(), length));
      }
      in.readerIndex(next);
    }
  }

  /** Goes, which is no failure. */
  void close() {
    gone = true;
    context().close();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (!gone) {
      party.failed("The server closed a connection.");
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    party.failed("A client failed: " + cause + ".");
    ctx.close();
  }

  private void patched(PatchHead patch, ByteBuf body) {
    if (patch.rev() != rev + 1) {
      party.failed("A client that had revision " + rev + " was sent revision " + patch.rev() + ".");
      return;
    }
    rev = patch.rev();
    party.patched(this, patch, body);
  }

  private void other(ByteBuf body) {
    try {
      ServerMessage message = CODEC.readServer(body);
      if (message != null) {
        party.heard(this, message);
      }
    } catch (MalformedException e) {
      party.failed("The server sent what is no message: " + e.malformed().message() + ".");
    }
  }

  private void flush(ByteBuf frame) {
    ChannelHandlerContext ctx = context();
    ctx.writeAndFlush(frame, ctx.voidPromise());
  }

  /** On the crowd's event loop. */
  void after(long nanos, Runnable task) {
    context().channel().eventLoop().schedule(task, nanos, TimeUnit.NANOSECONDS);
  }

  /** By the crowd's clock. */
  long nowNanos() {
    return context().channel().eventLoop().ticker().nanoTime();
  }

  private ChannelHandlerContext context() {
    return Objects.requireNonNull(context, "the connection is not open yet");
  }
}
