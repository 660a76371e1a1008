package dev.cancha.server.host;

import dev.cancha.server.bots.BotLimits;
import dev.cancha.server.bots.Bots;
import dev.cancha.server.foreign.ForeignLoops;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import dev.cancha.common.wire.MessageCodec;
import dev.cancha.common.message.LeftReason;
import dev.cancha.server.games.Race;
import dev.cancha.server.journal.Journal;
import dev.cancha.server.journal.VolatileJournal;
import dev.cancha.server.room.RoomConfig;
import dev.cancha.server.room.SessionId;
import io.netty.channel.EventLoop;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.local.LocalIoHandler;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A room of races on a loop that only moves when a test says so, under a frozen clock. */
final class TickStage implements Listing, Places {
  static final Race.Options PLAIN = new Race.Options(100_000, 1, false);
  private static final JsonType<Race.Act> ACT = JsonType.of(Race.Act.class);

  final MockTicker ticker = Ticker.newMockTicker();
  final Loop loop = new Loop(ticker);
  final List<String> codes = new ArrayList<>();
  /** Of each tick that was taken. */
  final List<Long> lateNanos = new ArrayList<>();
  final RoomHost host;
  boolean closed;
  TickGuest ana = new TickGuest(this, "ana");
  TickGuest beto = new TickGuest(this, "beto");
  private byte last;
  private int reserved;

  static final class Loop extends ManualIoEventLoop {
    Loop(Ticker ticker) {
      super(null, Thread.currentThread(), LocalIoHandler.newFactory(), ticker);
    }

    /** Whether anything is to happen later. */
    boolean scheduled() {
      return nextScheduledTaskNano() >= 0;
    }
  }

  TickStage(Journal journal, Race.Options options) {
    this(journal, options, Durability.DURABLE);
  }

  TickStage(Journal journal, Race.Options options, Durability durability) {
    Entropy entropy = this::fill;
    Passwords passwords = new Passwords(Runnable::run, entropy, 1_000);
    RoomPorts ports = new RoomPorts(journal, entropy, InstantSource.fixed(Instant.EPOCH), passwords,
        new MessageCodec(), this, this, Steps.PLAIN, lateNanos::add,
        Durabilities.standard(), new Absences(),
        new Bots(List.of(), Runnable::run, BotLimits.standard()), ForeignLoops.none());
    RoomConfig config = new RoomConfig("", 4, options, Settings.NONE, Visibility.PUBLIC, null, false);
    host = new RoomHost(new RoomHost.Opening(new Race(), config, RoomLimits.standard(), durability), loop,
        ports);
  }

  TickStage() {
    this(new VolatileJournal(), PLAIN);
  }

  /** Ana and Beto in a match that started just now; what they heard before is forgotten. */
  static TickStage started() {
    return new TickStage().start();
  }

  TickStage start() {
    ana.enter(false);
    beto.enter(false);
    ana.ask(new ClientMessage.Ready(1, true));
    beto.ask(new ClientMessage.Ready(1, true));
    settle();
    ana.heard();
    beto.heard();
    return this;
  }

  static ClientMessage.Act act(long seq, Race.Act act) {
    return new ClientMessage.Act(seq, ACT.write(act), null);
  }

  static ClientMessage.Act turn(long seq, Race.Heading heading) {
    return act(seq, new Race.Turn(heading));
  }

  private void fill(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = last++;
    }
  }

  /** Runs everything that is due. */
  void settle() {
    int idle = 0;
    while (idle < 2) {
      idle = loop.runNow() == 0 ? idle + 1 : 0;
    }
  }

  /** Time passes, millisecond by millisecond. */
  void pass(int millis) {
    for (int i = 0; i < millis; i++) {
      ticker.advance(1, TimeUnit.MILLISECONDS);
      settle();
    }
  }

  /** The loop is away. */
  void stall(int millis) {
    ticker.advance(millis, TimeUnit.MILLISECONDS);
    settle();
  }

  @Override
  public String reserve(RoomHost room, Visibility visibility) {
    String code = visibility + "-" + ++reserved;
    codes.add(code);
    return code;
  }

  @Override
  public boolean claim(RoomHost room, String code) {
    return codes.add(code);
  }

  @Override
  public void release(String code) {
    codes.remove(code);
  }

  @Override
  public void changed(RoomHost room) {
    // nobody lists rooms here
  }

  @Override
  public void closed(RoomHost room) {
    closed = true;
  }

  @Override
  public void lost(RoomHost room) {
    closed = true;
  }

  @Override
  public void lost(EventLoop lost, String message) {
    // nobody comes back by name here
  }

  @Override
  public void entered(SessionId session, RoomHost room) {
    // nobody comes back by name here
  }

  @Override
  public void returned(Identity who, RoomHost room) {
    // nobody comes back by name here
  }

  @Override
  public void left(SessionId session, RoomHost room, LeftReason reason) {
    // nobody comes back by name here
  }
}
