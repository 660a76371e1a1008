package dev.cancha.testkit.sim;

import dev.cancha.testkit.sim.SimProcess.Crash;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection, as the kernel keeps it: it is there before a process has accepted it, and answers for a
 * process that is gone. Owner: the world's thread.
 */
final class SimSocket {
  private final SimConnection connection;
  private final Host host;
  private final InetSocketAddress local;
  private final InetSocketAddress remote;
  private final Pipe in;
  private final Pipe out;
  private @Nullable SimChannel channel;
  /** Why nothing more comes and goes, or null. */
  private @Nullable String error;
  private boolean closed;
  private boolean outputShut;
  private boolean writing;
  private boolean resetOnClose;
  /** The handshake is done as far as this end can know. */
  private boolean begun;

  SimSocket(SimConnection connection, Host host, Addresses addresses, Pipe in, Pipe out) {
    this.connection = connection;
    this.host = host;
    this.local = addresses.local();
    this.remote = addresses.remote();
    this.in = in;
    this.out = out;
    in.leadsTo(this);
    host.opened(this);
  }

  /** Both ends as this one sees them. */
  record Addresses(InetSocketAddress local, InetSocketAddress remote) {}

  /** How the trace names what arrives here. */
  long traced() {
    return connection.traced(this);
  }

  InetSocketAddress local() {
    return local;
  }

  InetSocketAddress remote() {
    return remote;
  }

  /** The handshake is done: the end that was called waits to be accepted. */
  void begun() {
    begun = true;
    if (!closed && connection.called(this)) {
      SimServerChannel listener = host.listener(local.getPort());
      if (listener == null || !listener.offer(this)) {
        resetOnClose = true;
        close();
      }
    }
  }

  /** From now on {@code owner} hears of what happens. */
  void attach(SimChannel owner) {
    channel = owner;
  }

  /** The caller is off: what would have ended the handshake is lost with it. */
  void neverBegan() {
    if (!begun) {
      fail("Connection timed out");
    }
  }

  boolean hasBegun() {
    return begun;
  }

  boolean open() {
    return !closed && error == null;
  }

  // ------------------------------------------------------------------ the process calls

  /** Whether a read would give something: bytes, the end, or an error. */
  boolean readable() {
    return in.arrivedBytes() > 0 || in.ended() || error != null;
  }

  /** Bytes that have arrived, at most {@code most}; an empty buffer at the end of the stream, null if none is here. */
  @Nullable
  ByteBuf read(ByteBufAllocator allocator, int most) throws IOException {
    if (in.arrivedBytes() > 0) {
      return in.read(allocator, most);
    }
    if (error != null) {
      throw new IOException(error);
    }
    return in.ended() ? allocator.heapBuffer(0, 0) : null;
  }

  /** Takes what the window has room for; gives how many bytes. {@link #push} must follow. */
  int write(ByteBuf bytes) throws IOException {
    if (error != null || outputShut) {
      throw new IOException(error == null ? "Broken pipe" : error);
    }
    return out.write(bytes);
  }

  /** What was written is on its way. */
  void push() {
    out.push();
  }

  /** The window was full: the channel is to be told when there is room. */
  void waitForRoom() {
    writing = true;
    if (out.room() > 0) {
      out.announceRoom();
    }
  }

  boolean waitsForRoom() {
    return writing;
  }

  void shutdownOutput() {
    if (!outputShut && error == null) {
      outputShut = true;
      out.end();
    }
  }

  /** As {@code SO_LINGER} of 0 does: a close resets. */
  void resetOnClose() {
    resetOnClose = true;
  }

  /** As Linux does: with bytes unread it resets, else it ends the stream after what was written. */
  void close() {
    if (closed) {
      return;
    }
    closed = true;
    channel = null;
    if (error == null) {
      if (resetOnClose || in.arrivedBytes() > 0) {
        out.reset();
      } else {
        shutdownOutput();
      }
    }
    in.discard();
    host.closed(this);
    connection.endClosed();
  }

  // ------------------------------------------------------------------ the network calls

  /** Bytes, or the end of the stream, have arrived. */
  void arrived(boolean bytes) {
    if (closed || (error != null && bytes)) {
      in.discard();
      if (bytes) {
        out.reset(); // nobody is here any more
      }
    } else if (channel != null) {
      channel.readable();
    }
  }

  /** There is room in the window again. */
  void roomy() {
    if (writing && channel != null) {
      writing = false;
      channel.roomy();
    }
  }

  /** A reset has come, or the kernel has given up. */
  void fail(String why) {
    if (closed || error != null) {
      return;
    }
    error = why;
    in.discardUnarrived();
    if (!begun) {
      close(); // nobody has heard of it, and nobody will
    } else if (channel != null) {
      channel.readable();
      roomy();
    }
  }

  /** The process is gone. */
  void lost(Crash how) {
    if (closed) {
      return;
    }
    closed = true;
    channel = null;
    in.discard();
    if (error == null) {
      if (how == Crash.KILLED) {
        out.reset();
      } else {
        out.cutOff();
      }
    }
    connection.endClosed();
  }

  boolean closed() {
    return closed;
  }

  @Override
  public String toString() {
    return local + " to " + remote;
  }
}
