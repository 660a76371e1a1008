package dev.cancha.testkit.sim;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.ChannelInputShutdownReadComplete;
import io.netty.util.UncheckedBooleanSupplier;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a channel reads, and when: in passes, as Netty's channels do each time a selector says that there is something.
 * Owner: the channel's event loop.
 */
final class SimReader {
  private final SimChannel channel;
  private final Runnable pass = this::pass;
  /** A read was asked for, or reading is automatic. */
  private boolean wanted;
  /** A read was asked for since the pass began to hand over. */
  private boolean pending;
  private boolean scheduled;
  /** The end was told twice: there is nothing more to read. */
  private boolean done;

  SimReader(SimChannel channel) {
    this.channel = channel;
  }

  void want() {
    wanted = true;
    pending = true;
    soon();
  }

  void stop() {
    wanted = false;
    pending = false;
  }

  /** Reads as a task of the loop, if that is wanted and would give something. */
  void soon() {
    SimSocket socket = channel.socket();
    if (wanted && !scheduled && !done && socket != null && channel.isRegistered()
        && (socket.readable() || channel.inputShut())) {
      scheduled = true;
      channel.eventLoop().execute(pass);
    }
  }

  private void pass() {
    scheduled = false;
    SimSocket socket = channel.socket();
    if (!wanted || done || socket == null || !channel.isOpen()) {
      return;
    }
    ChannelPipeline pipeline = channel.pipeline();
    RecvByteBufAllocator.ExtendedHandle handle = (RecvByteBufAllocator.ExtendedHandle) channel.unsafe()
        .recvBufAllocHandle();
    handle.reset(channel.options());
    boolean ended = false;
    IOException failure = null;
    try {
      ended = handOver(socket, pipeline, handle);
    } catch (IOException e) {
      failure = e;
    }
    handle.readComplete();
    pipeline.fireChannelReadComplete();
    if (failure != null) {
      pipeline.fireExceptionCaught(failure);
    }
    if (ended || failure != null) {
      end(pipeline);
    }
    if (!pending && !channel.options().isAutoRead()) {
      wanted = false;
    }
    soon();
  }

  /** Whether the end of the stream was read. */
  private boolean handOver(SimSocket socket, ChannelPipeline pipeline,
      RecvByteBufAllocator.ExtendedHandle handle) throws IOException {
    do {
      int most = handle.guess();
      handle.attemptedBytesRead(most);
      ByteBuf chunk = read(socket, most);
      if (chunk == null) {
        return false;
      }
      channel.process().world().delivered(socket, chunk);
      int length = chunk.readableBytes();
      handle.lastBytesRead(length == 0 ? -1 : length);
      if (length == 0) {
        chunk.release();
        pending = false;
        return true;
      }
      handle.incMessagesRead(1);
      pending = false;
      pipeline.fireChannelRead(chunk);
    } while (channel.isOpen() && handle.continueReading(UncheckedBooleanSupplier.TRUE_SUPPLIER));
    return false;
  }

  private @Nullable ByteBuf read(SimSocket socket, int most) throws IOException {
    return channel.inputShut() ? Unpooled.EMPTY_BUFFER : socket.read(channel.alloc(), most);
  }

  private void end(ChannelPipeline pipeline) {
    if (channel.inputShut()) {
      done = true;
      pipeline.fireUserEventTriggered(ChannelInputShutdownReadComplete.INSTANCE);
    } else if (channel.options().halfClosure()) {
      channel.inputEnded();
      pipeline.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
    } else {
      channel.unsafe().close(channel.unsafe().voidPromise());
    }
  }
}
