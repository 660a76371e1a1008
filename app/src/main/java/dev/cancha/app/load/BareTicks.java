package dev.cancha.app.load;

import dev.cancha.common.CompositionRoot;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The yardstick of games that tick: what Netty and Jackson alone take for the traffic of rooms of eight. It decodes a
 * record for each act; twenty times a second each room encodes one message of the size of a patch once, and sends it to
 * all eight. There are no rules, views, seats, sessions or limits. One event loop, on which everything runs.
 */
@CompositionRoot("a process of its own")
public final class BareTicks {
  /** What it is called where a server is chosen. */
  public static final String NAME = "bare-ticks";

  private static final JsonMapper MAPPER = JsonMapper.builder()
      .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .build();
  private static final ObjectReader READER = MAPPER.readerFor(Said.class);
  private static final ObjectWriter TICKS = MAPPER.writerFor(Tick.class);
  private static final ObjectWriter TURNS = MAPPER.writerFor(Turn.class);
  private static final ObjectWriter DONES = MAPPER.writerFor(BareServer.Done.class);

  private final int ticksOfAMatch;
  private final Map<String, Room> rooms = new HashMap<>();

  private BareTicks(int secondsOfAMatch) {
    ticksOfAMatch = secondsOfAMatch * Laps.TICKS_A_SECOND;
  }

  /** What a client says: it joins {@code room}, it acts, or it is ready. */
  record Said(String type, long seq, int seat, @Nullable Steer action, @Nullable String room) {}

  record Steer(String turn) {}

  record Tick(String type, long rev, Map<Integer, Long> acks, Patch patch) {}

  record Patch(View view) {}

  record View(Map<Integer, Record> snakes) {}

  record Moved(List<Integer> head) {}

  record Turned(List<Integer> head, String body) {}

  /** A match begins or ends. */
  record Turn(String type, long rev, Phase patch) {}

  record Phase(String phase) {}

  /** Serves until the process is ended; {@code args} is how many seconds a match has. */
  public static void main(String[] args) throws InterruptedException {
    var server = new BareTicks(Integer.parseInt(args[0]));
    BareServer.serve(() -> server.new Conversation());
  }

  /** Eight channels and a timer. */
  private final class Room {
    private final @Nullable Channel[] players = new @Nullable Channel[Laps.SEATS];
    private final Map<Integer, Long> acks = new TreeMap<>();
    private int present;
    private int ready;
    private int ticks;
    private long rev;
    private @Nullable ScheduledFuture<?> timer;

    void joined(ChannelHandlerContext ctx, int seat) {
      players[seat] = ctx.channel();
      if (++present == Laps.SEATS) {
        toAll(ctx, DONES, new BareServer.Done("done", rev));
      }
    }

    void readied(ChannelHandlerContext ctx) {
      if (++ready == Laps.SEATS) {
        ready = 0;
        ticks = 0;
        toAll(ctx, TURNS, new Turn("patch", ++rev, new Phase("playing")));
        long period = 1_000 / Laps.TICKS_A_SECOND;
        timer = ctx.channel()
            .eventLoop()
            .scheduleAtFixedRate(() -> tick(ctx), period, period, TimeUnit.MILLISECONDS);
      }
    }

    private void tick(ChannelHandlerContext ctx) {
      Map<Integer, Record> snakes = new TreeMap<>();
      for (int seat = 0; seat < Laps.SEATS; seat++) {
        List<Integer> head = List.of(10 + ticks % 10, seat);
        snakes.put(seat, (seat + ticks) % 2 == 0 ? new Moved(head) : new Turned(head, "ud"));
      }
      toAll(ctx, TICKS, new Tick("patch", ++rev, acks, new Patch(new View(snakes))));
      acks.clear();
      if (++ticks == ticksOfAMatch && timer != null) {
        timer.cancel(false);
        toAll(ctx, TURNS, new Turn("patch", ++rev, new Phase("over")));
      }
    }

    private void toAll(ChannelHandlerContext ctx, ObjectWriter writer, Object message) {
      ByteBuf frame = BareServer.encoded(ctx, writer, message);
      for (Channel player : players) {
        if (player != null) {
          player.writeAndFlush(frame.retainedDuplicate(), player.voidPromise());
        }
      }
      frame.release();
    }
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
        room.joined(ctx, seat);
      } else if (said.action() != null) {
        room.acks.put(seat, said.seq());
      } else {
        room.readied(ctx);
      }
    }
  }
}
