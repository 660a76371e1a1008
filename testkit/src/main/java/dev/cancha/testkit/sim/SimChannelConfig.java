package dev.cancha.testkit.sim;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.DefaultChannelConfig;
import java.util.Map;

/**
 * The options of sockets that programs set. {@code ALLOW_HALF_CLOSURE}, {@code SO_LINGER} of 0 and {@code SO_BACKLOG}
 * do what they do on a real one; the others are taken and remembered. Owner: the world's thread.
 */
final class SimChannelConfig extends DefaultChannelConfig {
  private static final int STANDARD_BACKLOG = 128;

  private final Runnable autoReadOff;
  private boolean halfClosure;
  private boolean noDelay;
  private boolean keepAlive;
  private boolean reuseAddress;
  private int lingerSeconds = -1;
  private int backlog = STANDARD_BACKLOG;

  /** @param autoReadOff is run when reading was switched off */
  SimChannelConfig(Channel channel, SimAllocator allocator, Runnable autoReadOff) {
    super(channel);
    this.autoReadOff = autoReadOff;
    setAllocator(allocator);
  }

  boolean halfClosure() {
    return halfClosure;
  }

  boolean resetOnClose() {
    return lingerSeconds == 0;
  }

  int backlog() {
    return backlog;
  }

  @Override
  protected void autoReadCleared() {
    autoReadOff.run();
  }

  @Override
  public Map<ChannelOption<?>, Object> getOptions() {
    return getOptions(super.getOptions(), ChannelOption.ALLOW_HALF_CLOSURE, ChannelOption.SO_LINGER,
        ChannelOption.SO_BACKLOG, ChannelOption.TCP_NODELAY, ChannelOption.SO_KEEPALIVE,
        ChannelOption.SO_REUSEADDR);
  }

  @Override
  @SuppressWarnings("unchecked") // each option names its type
  public <T> T getOption(ChannelOption<T> option) {
    Object value;
    if (ChannelOption.ALLOW_HALF_CLOSURE.equals(option)) {
      value = halfClosure;
    } else if (ChannelOption.SO_LINGER.equals(option)) {
      value = lingerSeconds;
    } else if (ChannelOption.SO_BACKLOG.equals(option)) {
      value = backlog;
    } else if (ChannelOption.TCP_NODELAY.equals(option)) {
      value = noDelay;
    } else if (ChannelOption.SO_KEEPALIVE.equals(option)) {
      value = keepAlive;
    } else if (ChannelOption.SO_REUSEADDR.equals(option)) {
      value = reuseAddress;
    } else {
      return super.getOption(option);
    }
    return (T) value;
  }

  @Override
  public <T> boolean setOption(ChannelOption<T> option, T value) {
    if (ChannelOption.ALLOW_HALF_CLOSURE.equals(option)) {
      halfClosure = (Boolean) value;
    } else if (ChannelOption.SO_LINGER.equals(option)) {
      lingerSeconds = (Integer) value;
    } else if (ChannelOption.SO_BACKLOG.equals(option)) {
      backlog = (Integer) value;
    } else if (ChannelOption.TCP_NODELAY.equals(option)) {
      noDelay = (Boolean) value;
    } else if (ChannelOption.SO_KEEPALIVE.equals(option)) {
      keepAlive = (Boolean) value;
    } else if (ChannelOption.SO_REUSEADDR.equals(option)) {
      reuseAddress = (Boolean) value;
    } else {
      return super.setOption(option, value);
    }
    return true;
  }
}
