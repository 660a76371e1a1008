package dev.cancha.client;

import dev.cancha.common.wire.Framing;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A client and a scripted server in memory, on one loop that only moves when a test says so, under a frozen clock. */
final class Stage implements AutoCloseable {
  static final String TOKEN = "q3vN0cT8sZ1yX5wB7mK2Lg";

  final MockTicker ticker = Ticker.newMockTicker();
  final ManualIoEventLoop loop = new ManualIoEventLoop(null, Thread.currentThread(),
      LocalIoHandler.newFactory(), ticker);
  final RecordingListener heard = new RecordingListener();
  final ScriptedServer server;
  final Framing framing;

  Stage(Framing framing) {
    this.framing = framing;
    server = new ScriptedServer(loop, framing);
    settle();
  }

  Network network(long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    return new Network(loop, LocalChannel::new, server::address, chance::nextLong);
  }

  Endpoint endpoint() {
    return Endpoint.parse(framing == Framing.FRAMES ? "cancha://one:7777" : "ws://one:7777/ws");
  }

  GameClient client() {
    return new GameClient(network(1), endpoint(), Login.as("Ana"), heard);
  }

  /** A client that was welcomed. */
  GameClient welcomed() {
    GameClient client = client();
    client.connect();
    settle();
    server.current().next();
    server.current().send(welcome(""));
    settle();
    return client;
  }

  /** A client on seat 0 of connectFour at revision 5, in turn. */
  GameClient playing() {
    GameClient client = welcomed();
    client.join("KX3F");
    settle();
    server.current().next();
    server.current().send(room(1, 5, 0));
    settle();
    return client;
  }

  /** The welcome of PROTOCOL.md with more members, such as {@code "resumed":true,}. */
  static String welcome(String members) {
    return "{\"type\":\"welcome\",\"protocol\":1,\"player\":{\"id\":\"p7\",\"name\":\"Ana\"},\"token\":\""
        + TOKEN
        + "\"," + members + "\"server\":{\"name\":\"Cancha\",\"version\":\"1\"},\"games\":[],"
        + "\"limits\":{\"maxFrameBytes\":65536,\"actsPerSecond\":30,\"messagesPerSecond\":100,"
        + "\"heartbeatMillis\":10000}}";
  }

  /** @param re 0 for none */
  static String room(int re, long rev, long seq) {
    return "{\"type\":\"room\"," + (re == 0 ? "" : "\"re\":" + re + ",") + "\"rev\":" + rev + ",\"now\":0,"
        + "\"doc\":{\"code\":\"KX3F\",\"game\":\"connectFour\",\"phase\":\"playing\",\"match\":\"m1\",\"seats\":{"
        + "\"0\":{\"id\":\"p7\",\"name\":\"Ana\"},\"1\":{\"id\":\"p8\",\"name\":\"Beto\"}},\"turn\":[0],"
        + "\"view\":{\"columns\":{\"3\":\"\"}}},\"you\":{\"seat\":0,\"seq\":" + seq + "},\"chat\":[]}";
  }

  static String patch(long rev, String members) {
    return "{\"type\":\"patch\",\"rev\":" + rev + "," + members + "}";
  }

  /** Runs everything that is due. */
  void settle() {
    int idle = 0;
    while (idle < 2) {
      idle = loop.runNow() == 0 ? idle + 1 : 0;
    }
  }

  /** Lets time pass in steps of 10 ms, each settled. */
  void advance(Duration time) {
    for (long millis = 0; millis < time.toMillis(); millis += 10) {
      ticker.advance(10, TimeUnit.MILLISECONDS);
      settle();
    }
  }

  /** The value or failure of a stage that must be complete by now. */
  static <T> Outcome<T> outcome(CompletionStage<T> stage) {
    Outcome<T> outcome = new Outcome<>();
    stage.whenComplete((value, failure) -> {
      outcome.done = true;
      outcome.value = value;
      outcome.failure = failure;
    });
    return outcome;
  }

  static final class Outcome<T> {
    boolean done;
    T value;
    Throwable failure;
  }

  /** The loop has neither a thread nor anything of the machine's, so closing the channels is all. */
  @Override
  public void close() {
    settle();
    server.close();
    settle();
  }
}
