package dev.cancha.testkit.sim;

import io.netty.channel.AbstractChannel;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelId;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import java.nio.channels.NotYetConnectedException;
import org.jspecify.annotations.Nullable;

/** The half of a channel that shuts its directions one by one. Owner: its event loop, on the world's thread. */
abstract class SimDuplexChannel extends AbstractChannel implements DuplexChannel {
  private boolean inputShut;
  private boolean outputShut;

  SimDuplexChannel(@Nullable Channel parent, ChannelId id) {
    super(parent, id);
  }

  /** Runs {@code task} as the loop: at once if it runs now. */
  abstract void onLoop(Runnable task);

  /** The input was shut by the program: from now on reading comes to the end at once. */
  abstract void inputShutNow();

  /** Shuts the output; called on the loop. */
  abstract void shutOutput(ChannelPromise promise);

  /** Reading has come to the end of the stream. */
  void inputEnded() {
    inputShut = true;
  }

  boolean inputShut() {
    return inputShut;
  }

  void outputIsShut() {
    outputShut = true;
  }

  @Override
  public boolean isInputShutdown() {
    return inputShut || !isActive();
  }

  @Override
  public boolean isOutputShutdown() {
    return outputShut || !isActive();
  }

  @Override
  public boolean isShutdown() {
    return isInputShutdown() && isOutputShutdown();
  }

  @Override
  public ChannelFuture shutdownInput() {
    return shutdownInput(newPromise());
  }

  @Override
  public ChannelFuture shutdownInput(ChannelPromise promise) {
    onLoop(() -> {
      if (isActive()) {
        inputShut = true;
        promise.setSuccess();
        inputShutNow();
      } else {
        promise.setFailure(new NotYetConnectedException());
      }
    });
    return promise;
  }

  @Override
  public ChannelFuture shutdownOutput() {
    return shutdownOutput(newPromise());
  }

  @Override
  public ChannelFuture shutdownOutput(ChannelPromise promise) {
    onLoop(() -> shutOutput(promise));
    return promise;
  }

  @Override
  public ChannelFuture shutdown() {
    return shutdown(newPromise());
  }

  @Override
  public ChannelFuture shutdown(ChannelPromise promise) {
    shutdownOutput().addListener(output -> shutdownInput().addListener(input -> {
      if (output.isSuccess() && input.isSuccess()) {
        promise.setSuccess();
      } else {
        promise.setFailure(output.isSuccess() ? input.cause() : output.cause());
      }
    }));
    return promise;
  }
}
