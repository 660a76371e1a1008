package dev.cancha.testkit.work;

import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.sim.SimProcess;
import dev.cancha.testkit.sim.SimRandom;
import dev.cancha.testkit.sim.SimServer;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A peer without a client: connects, says bytes of its own, reads or does not, and comes again when it was sent away.
 * Owner: the world's thread.
 */
final class RawPeer {
  private final Scene scene;
  private final SimProcess process;
  private final SimRandom random;
  private final Script script;
  private @Nullable Channel channel;
  private boolean over;

  /** What it says, piece by piece. */
  interface Script {
    /** The next bytes of a connection and how long to wait before them; null: nothing more. */
    @Nullable
    Piece next(int piece, SimRandom random);

    /** Whether it reads what comes. */
    default boolean reads() {
      return true;
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // handed to one write
  record Piece(byte[] bytes, Duration after) {}

  RawPeer(Scene scene, String name, Script script) {
    this.scene = scene;
    this.script = script;
    random = scene.random().fork(name);
    process = scene.newClient(name);
    connect();
  }

  void leave() {
    over = true;
    if (channel != null) {
      channel.close();
    }
  }

  private void connect() {
    if (over || !process.alive()) {
      return;
    }
    SimServer server = scene.server();
    ChannelFuture connected = new Bootstrap().group(process.loops())
        .channelFactory(process.channels())
        .handler(new Ignoring())
        .connect(new InetSocketAddress(server.process().address(), server.server().port()));
    Channel made = connected.channel();
    channel = made;
    if (!script.reads()) {
      made.config().setAutoRead(false);
    }
    connected.addListener(done -> {
      if (done.isSuccess()) {
        say(made, 0);
      }
    });
    made.closeFuture()
        .addListener(closed -> scene.world()
            .after(random.between(Duration.ofMillis(200), Duration.ofSeconds(20)), this::connect));
  }

  private void say(Channel on, int number) {
    Piece piece = script.next(number, random);
    if (piece != null) {
      scene.world().after(piece.after(), () -> {
        if (on.isActive() && process.alive()) {
          on.writeAndFlush(Unpooled.wrappedBuffer(piece.bytes()));
          say(on, number + 1);
        }
      });
    }
  }

  /** Resets are its daily business, and so is everything that a server may answer. */
  private static final class Ignoring extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ReferenceCountUtil.release(message);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }
  }
}
