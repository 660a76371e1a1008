package dev.cancha.server.testing;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.AbstractChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.EventLoop;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * The server's end of a connection in memory. What the client sends waits in {@code arrived}, as in a kernel's buffer,
 * until the server reads; what the server sends goes to {@code sent} while there is space for it.
 */
final class MemoryChannel extends AbstractChannel {
  static final InetSocketAddress SERVER = new InetSocketAddress("192.0.2.1", 7777);
  private static final ChannelMetadata METADATA = new ChannelMetadata(false);

  private final ChannelConfig config = new DefaultChannelConfig(this);
  private final MemoryLoop home;
  private final InetSocketAddress remote;
  private final ByteBuf arrived = Unpooled.buffer();
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private boolean open = true;
  private boolean active;
  private boolean reading;
  private long space = Long.MAX_VALUE;

  MemoryChannel(MemoryServerChannel parent, MemoryLoop home, InetSocketAddress remote) {
    super(parent);
    this.home = home;
    this.remote = remote;
  }

  MemoryLoop home() {
    return home;
  }

  /** The client sends {@code bytes}. */
  void arrive(byte[] bytes) {
    home.execute(() -> {
      arrived.writeBytes(bytes);
      pump();
    });
  }

  /** The client resets the connection, or closes it. */
  void reset() {
    home.execute(() -> unsafe().close(unsafe().voidPromise()));
  }

  /** Only {@code bytes} more are taken from the server, as from a client that does not read. */
  void space(long bytes) {
    home.execute(() -> {
      space = bytes;
      ((MemoryUnsafe) unsafe()).flushAgain();
    });
  }

  /** What the server has sent since the last call. */
  byte[] takeSent() {
    byte[] bytes = sent.toByteArray();
    sent.reset();
    return bytes;
  }

  /** How many bytes of the client's wait since the server does not read. */
  int unread() {
    return arrived.readableBytes();
  }

  private void pump() {
    if (active && reading && arrived.isReadable()) {
      reading = false;
      ByteBuf read = alloc().buffer(arrived.readableBytes()).writeBytes(arrived);
      arrived.clear();
      pipeline().fireChannelRead(read);
      pipeline().fireChannelReadComplete();
    }
  }

  @Override
  protected void doBeginRead() {
    if (!reading) {
      reading = true;
      // Later, as a socket: reading on is never answered inside the call.
      home.execute(this::pump);
    }
  }

  @Override
  protected void doWrite(ChannelOutboundBuffer out) {
    for (Object next = out.current(); next != null && space > 0; next = out.current()) {
      ByteBuf bytes = (ByteBuf) next;
      int length = (int) Math.min(space, bytes.readableBytes());
      sent.writeBytes(ByteBufUtil.getBytes(bytes, bytes.readerIndex(), length));
      space -= space == Long.MAX_VALUE ? 0 : length;
      out.removeBytes(length);
    }
  }

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
    return active;
  }

  @Override
  public ChannelMetadata metadata() {
    return METADATA;
  }

  @Override
  protected AbstractUnsafe newUnsafe() {
    return new MemoryUnsafe();
  }

  @Override
  protected boolean isCompatible(EventLoop loop) {
    return loop == home;
  }

  @Override
  protected SocketAddress localAddress0() {
    return SERVER;
  }

  @Override
  protected SocketAddress remoteAddress0() {
    return remote;
  }

  @Override
  protected void doRegister(ChannelPromise promise) {
    active = true;
    promise.setSuccess();
  }

  @Override
  protected void doBind(SocketAddress address) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected void doDisconnect() {
    doClose();
  }

  @Override
  protected void doClose() {
    open = false;
    active = false;
    arrived.clear();
  }

  private final class MemoryUnsafe extends AbstractUnsafe {
    @Override
    public void connect(SocketAddress to, SocketAddress from, ChannelPromise promise) {
      promise.setFailure(new UnsupportedOperationException());
    }

    /** There is space again for what could not be written: as a socket that becomes writable. */
    void flushAgain() {
      if (open) {
        flush0();
      }
    }
  }
}
