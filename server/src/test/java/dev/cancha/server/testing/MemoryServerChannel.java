package dev.cancha.server.testing;

import io.netty.channel.AbstractServerChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelOption;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** A listening channel that accepts what the test hands it. */
final class MemoryServerChannel extends AbstractServerChannel {
  private final ChannelConfig config = new DefaultChannelConfig(this) {
    @Override
    public <T> boolean setOption(ChannelOption<T> option, T value) {
      return option.equals(ChannelOption.SO_BACKLOG) || super.setOption(option, value);
    }
  };
  private @Nullable SocketAddress bound;
  private boolean open = true;

  void accept(MemoryChannel connection) {
    eventLoop().execute(() -> {
      pipeline().fireChannelRead(connection);
      pipeline().fireChannelReadComplete();
    });
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
    return open && bound != null;
  }

  @Override
  protected boolean isCompatible(EventLoop loop) {
    return loop instanceof MemoryLoop;
  }

  @Override
  protected @Nullable SocketAddress localAddress0() {
    return bound;
  }

  @Override
  protected void doBind(SocketAddress address) {
    bound = new InetSocketAddress(MemoryChannel.SERVER.getAddress(), MemoryChannel.SERVER.getPort());
  }

  @Override
  protected void doClose() {
    open = false;
  }

  @Override
  protected void doBeginRead() {
    // the test calls accept
  }
}
