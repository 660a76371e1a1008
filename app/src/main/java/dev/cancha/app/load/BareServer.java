package dev.cancha.app.load;

import dev.cancha.common.CompositionRoot;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The yardstick: what Netty and Jackson alone take for the traffic of rooms of two. It decodes a record for each
 * message, encodes one of the size of a patch once, and sends that to both players; there are no rules, views, seats,
 * sessions or limits. One event loop, on which everything runs.
 */
@CompositionRoot("a process of its own: makes its event loop, and waits for its port")
public final class BareServer {
  /** What it is called where a server is chosen. */
  public static final String NAME = "bare";

  private static final JsonMapper MAPPER = JsonMapper.builder()
      .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .build();
  private static final ObjectReader READER = MAPPER.readerFor(Said.class);
  private static final ObjectWriter ANSWERS = MAPPER.writerFor(Answer.class);
  private static final ObjectWriter DONES = MAPPER.writerFor(Done.class);

  private final Map<String, Room> rooms = new ConcurrentHashMap<>();

  private BareServer() {}

  /** What a client says: it joins {@code room}, it acts, or it wants a rematch. */
  record Said(String type, long seq, int seat, @Nullable Drop action, @Nullable String room) {}

  record Drop(int column) {}

  record Done(String type, @Nullable Long rev) {}

  record Answer(String type, long rev, @Nullable Map<Integer, Long> acks, Patch patch, List<Event> events) {}

  record Patch(List<Integer> turn, View view) {}

  record View(Map<Integer, String> columns) {}

  record Event(String type, int seat, int column, int row) {}

  /** Two channels and a count. */
  private static final class Room {
    private final @Nullable Channel[] players = new @Nullable Channel[2];
    private long rev;
  }

  /** Serves until the process is ended. */
  public static void main(String[] args) throws InterruptedException {
    var server = new BareServer();
    serve(() -> server.new Conversation());
  }

  /**
   * Serves on any free port of the loopback address, which it prints, until the process is ended.
   *
   * @param conversations gives each connection the one that reads its frames
   */
  static void serve(Supplier<ChannelHandler> conversations) throws InterruptedException {
    IoHandlerFactory io = Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    Channel listening = new ServerBootstrap().group(new MultiThreadIoEventLoopGroup(1, io))
        .channelFactory(Epoll.isAvailable() ? EpollServerSocketChannel::new : NioServerSocketChannel::new)
        .option(ChannelOption.SO_BACKLOG, 1024)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(pipeline(conversations))
        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
        .sync()
        .channel();
    System.out.println("open on port " + ((InetSocketAddress) listening.localAddress()).getPort());
  }

  private static ChannelInitializer<Channel> pipeline(Supplier<ChannelHandler> conversations) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        channel.pipeline()
            .addLast(new LengthFieldBasedFrameDecoder(65_536, 0, 4, 0, 4), conversations.get());
      }
    };
  }

  /** One connection. */
  private final class Conversation extends SimpleChannelInboundHandler<ByteBuf> {
    private Room room = new Room();
    private int seat;

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, ByteBuf frame) {
      Said said = READER.readValue((InputStream) new ByteBufInputStream(frame));
      if (said.room() != null) {
        seat = said.seat();
        room = rooms.computeIfAbsent(said.room(), _ -> new Room());
        room.players[seat] = ctx.channel();
        if (room.players[1 - seat] != null) {
          toBoth(encoded(ctx, DONES, new Done("done", 0L)));
        }
      } else {
        room.rev++;
        int column = said.action() == null ? 0 : said.action().column();
        Map<Integer, Long> acks = said.action() == null ? Map.of() : Map.of(seat, said.seq());
        toBoth(encoded(ctx, ANSWERS, new Answer("patch", room.rev, acks,
            new Patch(List.of(1 - seat), new View(Map.of(column, "01010"))),
            List.of(new Event("dropped", seat, column, 2)))));
        if (said.action() == null) {
          ctx.write(encoded(ctx, DONES, new Done("done", null)), ctx.voidPromise());
        }
      }
    }

    private void toBoth(ByteBuf frame) {
      for (Channel player : room.players) {
        if (player != null) {
          player.write(frame.retainedDuplicate(), player.voidPromise());
        }
      }
      frame.release();
      Channel other = room.players[1 - seat];
      if (other != null) {
        other.flush();
      }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
      ctx.flush();
    }

  }

  /** A frame, to be released by who asked. */
  static ByteBuf encoded(ChannelHandlerContext ctx, ObjectWriter writer, Object message) {
    ByteBuf frame = ctx.alloc().ioBuffer(256).writeInt(0);
    writer.writeValue((OutputStream) new ByteBufOutputStream(frame), message);
    return frame.setInt(0, frame.readableBytes() - 4);
  }
}
