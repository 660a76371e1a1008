package dev.cancha.testkit.sim;

import io.netty.channel.AbstractServerChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.util.UncheckedBooleanSupplier;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** A listening socket of a simulated process. Owner: its event loop, on the world's thread. */
public final class SimServerChannel extends AbstractServerChannel {
  private final SimProcess process;
  private final SimChannelConfig config;
  private final ArrayDeque<SimSocket> waiting = new ArrayDeque<>();
  private final Runnable accept = this::accept;
  private @Nullable InetSocketAddress local;
  private boolean open = true;
  private boolean wanted;
  private boolean accepting;

  SimServerChannel(SimProcess process) {
    this.process = process;
    this.config = new SimChannelConfig(this, process.pool(), () -> wanted = false);
  }

  SimProcess process() {
    return process;
  }

  // ------------------------------------------------------------------ the network calls

  /** Whether no more connections may wait to be accepted. */
  boolean full() {
    return waiting.size() > config.backlog();
  }

  /** A connection waits to be accepted; false if it may not. */
  boolean offer(SimSocket socket) {
    if (!open || full()) {
      return false;
    }
    waiting.add(socket);
    acceptSoon();
    return true;
  }

  private void acceptSoon() {
    if (wanted && !accepting && !waiting.isEmpty()) {
      accepting = true;
      eventLoop().execute(accept);
    }
  }

  private void accept() {
    accepting = false;
    if (!open || !wanted) {
      return;
    }
    wanted = false;
    ChannelPipeline pipeline = pipeline();
    RecvByteBufAllocator.ExtendedHandle handle = (RecvByteBufAllocator.ExtendedHandle) unsafe()
        .recvBufAllocHandle();
    handle.reset(config);
    do {
      handle.lastBytesRead(1);
      pipeline.fireChannelRead(new SimChannel(this, waiting.remove()));
      handle.incMessagesRead(1);
    } while (!waiting.isEmpty() && open && config.isAutoRead()
        && handle.continueReading(UncheckedBooleanSupplier.TRUE_SUPPLIER));
    handle.readComplete();
    pipeline.fireChannelReadComplete();
  }

  // ------------------------------------------------------------------ Netty calls

  @Override
  public ChannelConfig config() {
    return config;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public boolean isActive() {
    return open && local != null;
  }

  @Override
  protected boolean isCompatible(EventLoop loop) {
    return loop instanceof SimEventLoop own && own.process() == process;
  }

  @Override
  protected @Nullable SocketAddress localAddress0() {
    return local;
  }

  @Override
  protected void doRegister(ChannelPromise promise) {
    ((SimEventLoop) eventLoop()).registered(this);
    promise.setSuccess();
  }

  @Override
  protected void doDeregister() {
    ((SimEventLoop) eventLoop()).deregistered(this);
  }

  @Override
  protected void doBind(SocketAddress address) throws BindException {
    InetSocketAddress asked = (InetSocketAddress) address;
    if (!asked.getAddress().isAnyLocalAddress() && !asked.getAddress().equals(process.address())) {
      throw new BindException("Cannot assign requested address");
    }
    local = new InetSocketAddress(asked.getAddress(), process.host().listen(this, asked.getPort()));
  }

  @Override
  protected void doBeginRead() {
    wanted = true;
    acceptSoon();
  }

  @Override
  protected void doClose() {
    open = false;
    if (local != null) {
      process.host().stopListening(this, local.getPort());
    }
    waiting.forEach(socket -> {
      socket.resetOnClose();
      socket.close();
    });
    waiting.clear();
  }
}
