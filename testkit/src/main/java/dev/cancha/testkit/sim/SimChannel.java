package dev.cancha.testkit.sim;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ConnectionPendingException;
import java.nio.channels.NotYetConnectedException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A TCP socket of a simulated process under Netty's own pipeline. It behaves as Netty's NIO channel does over Linux;
 * one suite of tests holds the two against each other. Owner: its event loop, on the world's thread.
 */
public final class SimChannel extends SimDuplexChannel {
  private static final ChannelMetadata METADATA = new ChannelMetadata(false, 16);

  private final SimProcess process;
  private final SimChannelConfig config;
  private final SimReader reader;
  private final Runnable flush = this::flushAgain;
  private @Nullable InetSocketAddress bound;
  private @Nullable SimSocket socket;
  private boolean open = true;
  /** The window is full, and the socket will tell when it is not. */
  private boolean blocked;

  /** One that will connect. */
  SimChannel(SimProcess process) {
    super(null, process.nextChannelId());
    this.process = process;
    this.reader = new SimReader(this);
    this.config = new SimChannelConfig(this, process.pool(), reader::stop);
  }

  /** One that was accepted. */
  SimChannel(SimServerChannel parent, SimSocket accepted) {
    super(parent, parent.process().nextChannelId());
    this.process = parent.process();
    this.reader = new SimReader(this);
    this.config = new SimChannelConfig(this, process.pool(), reader::stop);
    this.socket = accepted;
  }

  SimProcess process() {
    return process;
  }

  @Nullable
  SimSocket socket() {
    return socket;
  }

  // ------------------------------------------------------------------ the network calls

  void connected(SimSocket made) {
    onLoop(() -> {
      if (open) {
        socket = made;
        made.attach(this);
        ((SimUnsafe) unsafe()).connected();
      } else {
        made.resetOnClose();
        made.close();
      }
    });
  }

  void refused(String why, SocketAddress remote) {
    onLoop(() -> {
      if (open) {
        open = false; // as the JDK does with a channel that could not connect
        ((SimUnsafe) unsafe()).refused(why, remote);
      }
    });
  }

  void readable() {
    reader.soon();
  }

  void roomy() {
    if (isRegistered()) {
      eventLoop().execute(flush);
    }
  }

  private void flushAgain() {
    blocked = false;
    ((SimUnsafe) unsafe()).forceFlush();
  }

  // ------------------------------------------------------------------ what Netty asks of a channel

  @Override
  protected AbstractUnsafe newUnsafe() {
    return new SimUnsafe();
  }

  @Override
  public ChannelConfig config() {
    return config;
  }

  SimChannelConfig options() {
    return config;
  }

  @Override
  public ChannelMetadata metadata() {
    return METADATA;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public boolean isActive() {
    return open && socket != null;
  }

  @Override
  protected boolean isCompatible(EventLoop loop) {
    return loop instanceof SimEventLoop own && own.process() == process;
  }

  @Override
  protected @Nullable SocketAddress localAddress0() {
    return socket == null ? bound : socket.local();
  }

  @Override
  protected @Nullable SocketAddress remoteAddress0() {
    return socket == null ? null : socket.remote();
  }

  @Override
  protected void doRegister(ChannelPromise promise) {
    ((SimEventLoop) eventLoop()).registered(this);
    if (socket != null) {
      socket.attach(this);
    }
    promise.setSuccess();
  }

  @Override
  protected void doDeregister() {
    ((SimEventLoop) eventLoop()).deregistered(this);
  }

  @Override
  protected void doBind(SocketAddress address) {
    InetSocketAddress asked = (InetSocketAddress) address;
    int port = asked.getPort() == 0 ? process.host().ephemeralPort() : asked.getPort();
    bound = new InetSocketAddress(process.address(), port);
  }

  @Override
  protected void doDisconnect() {
    doClose();
  }

  @Override
  protected void doBeginRead() {
    reader.want();
  }

  @Override
  protected void doClose() {
    open = false;
    ((SimUnsafe) unsafe()).stopConnecting();
    if (socket != null) {
      if (config.resetOnClose()) {
        socket.resetOnClose();
      }
      socket.close();
    }
  }

  @Override
  protected void doShutdownOutput() {
    outputIsShut();
    connectedSocket().shutdownOutput();
  }

  @Override
  protected Object filterOutboundMessage(Object message) {
    if (message instanceof ByteBuf) {
      return message;
    }
    throw new UnsupportedOperationException("a socket takes bytes, not a " + message.getClass().getName());
  }

  @Override
  protected void doWrite(ChannelOutboundBuffer out) throws IOException {
    SimSocket to = connectedSocket();
    try {
      for (Object message = out.current(); message != null; message = out.current()) {
        ByteBuf bytes = (ByteBuf) message;
        int length = bytes.readableBytes();
        if (!process.alive()) {
          out.remove(); // the rest of the task in which it was killed: nobody gets this
          continue;
        }
        int written = length == 0 ? 0 : to.write(bytes.slice());
        if (written == length) {
          out.progress(written);
          out.remove();
        } else {
          out.removeBytes(written);
          blocked = true;
          break;
        }
      }
    } finally {
      to.push();
    }
    if (blocked) {
      to.waitForRoom();
    }
  }

  private SimSocket connectedSocket() {
    if (socket == null) {
      throw new NotYetConnectedException();
    }
    return socket;
  }

  @Override
  void onLoop(Runnable task) {
    if (eventLoop().inEventLoop()) {
      task.run();
    } else {
      eventLoop().execute(task);
    }
  }

  @Override
  void inputShutNow() {
    reader.soon();
  }

  @Override
  void shutOutput(ChannelPromise promise) {
    ((SimUnsafe) unsafe()).shutdownOutput(promise);
  }

  // ------------------------------------------------------------------ connecting

  private final class SimUnsafe extends AbstractUnsafe {
    private @Nullable ChannelPromise connecting;
    private @Nullable Future<?> timeout;
    private @Nullable Dial dial;

    @Override
    public void connect(SocketAddress remote, @Nullable SocketAddress local, ChannelPromise promise) {
      if (promise.isDone() || !ensureOpen(promise)) {
        return;
      }
      if (connecting != null) {
        safeSetFailure(promise, new ConnectionPendingException());
        return;
      }
      if (socket != null) {
        doClose(); // as Netty's own channels do
        safeSetFailure(promise, new AlreadyConnectedException());
        closeIfClosed();
        return;
      }
      if (local != null || bound == null) {
        doBind(local == null ? new InetSocketAddress(0) : local);
      }
      connecting = promise;
      Dial attempt = new Dial(process.world().net(), SimChannel.this,
          Objects.requireNonNull(bound, "bound above"), (InetSocketAddress) remote);
      dial = attempt;
      int millis = config.getConnectTimeoutMillis();
      if (millis > 0) {
        timeout = eventLoop().schedule(() -> timedOut(millis, remote), millis, TimeUnit.MILLISECONDS);
      }
      promise.addListener(done -> {
        if (done.isCancelled()) {
          close(voidPromise());
        }
      });
      attempt.begin();
    }

    private void timedOut(int millis, SocketAddress remote) {
      ChannelPromise promise = connecting;
      if (promise != null && promise.tryFailure(
          new ConnectTimeoutException("connection timed out after " + millis + " ms: " + remote))) {
        close(voidPromise());
      }
    }

    void connected() {
      ChannelPromise promise = settle();
      boolean heard = promise != null && promise.trySuccess();
      pipeline().fireChannelActive();
      if (!heard) {
        close(voidPromise());
      }
    }

    void refused(String why, SocketAddress remote) {
      ChannelPromise promise = settle();
      if (promise != null) {
        promise.tryFailure(annotateConnectException(new ConnectException(why), remote));
      }
      closeIfClosed();
    }

    private @Nullable ChannelPromise settle() {
      ChannelPromise promise = connecting;
      connecting = null;
      dial = null;
      if (timeout != null) {
        timeout.cancel(false);
        timeout = null;
      }
      return promise;
    }

    void stopConnecting() {
      if (dial != null) {
        dial.cancel();
      }
      ChannelPromise promise = settle();
      if (promise != null) {
        promise.tryFailure(new ClosedChannelException());
      }
    }

    @Override
    protected void flush0() {
      if (!blocked) {
        super.flush0();
      }
    }

    void forceFlush() {
      super.flush0();
    }
  }
}
