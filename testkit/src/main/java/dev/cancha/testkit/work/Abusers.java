package dev.cancha.testkit.work;

import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Workload;
import dev.cancha.testkit.sim.SimRandom;
import dev.cancha.testkit.work.RawPeer.Piece;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Peers that break the rules: silent ones, slow ones, those that never read, random and malformed bytes, probes over
 * HTTP. None of them may harm anyone else. Owner: the world's thread.
 */
final class Abusers implements Workload {
  private static final String HELLO = "{\"type\":\"hello\",\"name\":\"Zoe\"}";
  private static final List<String> MALFORMED = List.of("", "{", "null", "[]", "{\"type\":1}",
      "{\"type\":\"nope\"}",
      "{\"type\":\"hello\",\"name\":\"\"}", "{\"type\":\"hello\",\"name\":\"A\",\"name\":\"B\"}",
      "{\"type\":\"act\",\"seq\":1,\"action\":{}}", HELLO + "x", "{\"type\":\"hello\",\"name\":\"\\u202eA\"}",
      "{\"type\":\"hello\",\"token\":\"short\"}", "{\"type\":\"hello\",\"name\":\"A\",\"protocol\":9}",
      "{\"a\":".repeat(40) + "1" + "}".repeat(40));
  private static final List<String> PROBES = List.of("GET / HTTP/1.1\r\n\r\n",
      "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n",
      "POST /ws HTTP/1.1\r\nContent-Length: 999999\r\n\r\n", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET /ws HTTP/1.1\r\n" + String.join("\r\n", "Host: a", "Upgrade: websocket", "Connection: Upgrade",
          "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "", ""));

  private final int count;
  private final List<RawPeer> peers = new ArrayList<>();

  Abusers(int count) {
    this.count = count;
  }

  @Override
  public String name() {
    return "abusers";
  }

  @Override
  public void start(Scene scene) {
    List<RawPeer.Script> scripts = List.of(Abusers::silent, Abusers::slow, new NeverReads(), Abusers::random,
        Abusers::malformed, Abusers::probe, Abusers::huge, Abusers::silentAfterHello);
    for (int i = 0; i < count; i++) {
      peers.add(new RawPeer(scene, "z" + scene.clients().size(), scene.random().pick(scripts)));
    }
  }

  @Override
  public void calm() {
    peers.forEach(RawPeer::leave);
  }

  @Override
  public void leave() {
    calm();
  }

  private static @Nullable Piece silent(int piece, SimRandom random) {
    return null;
  }

  /** Says hello, opens a room, and is never heard of again: only silence tells. */
  private static @Nullable Piece silentAfterHello(int piece, SimRandom random) {
    return piece == 0
        ? new Piece(frames(HELLO, "{\"type\":\"create\",\"game\":\"connectFour\"}"), Duration.ZERO)
        : null;
  }

  private static @Nullable Piece slow(int piece, SimRandom random) {
    byte[] all = frames(HELLO);
    return new Piece(new byte[] {all[piece % all.length]},
        random.between(Duration.ofMillis(100), Duration.ofSeconds(3)));
  }

  private static @Nullable Piece random(int piece, SimRandom random) {
    byte[] bytes = new byte[random.nextInt(64) + 1];
    random.fill(bytes);
    return piece < 20 ? new Piece(bytes, Duration.ofMillis(random.nextInt(300))) : null;
  }

  private static @Nullable Piece malformed(int piece, SimRandom random) {
    return piece < 10
        ? new Piece(piece == 0 && random.chance(0.5) ? frames(HELLO) : frames(random.pick(MALFORMED)),
            Duration.ofMillis(random.nextInt(500)))
        : null;
  }

  private static @Nullable Piece probe(int piece, SimRandom random) {
    return piece < 3 ? new Piece(random.pick(PROBES).getBytes(StandardCharsets.US_ASCII),
        Duration.ofMillis(random.nextInt(500))) : null;
  }

  private static @Nullable Piece huge(int piece, SimRandom random) {
    int length = (int) random.between(4_000, 1L << 24);
    return piece == 0 ? new Piece(ByteBuffer.allocate(64).putInt(length).array(), Duration.ZERO)
        : piece < 5 ? new Piece(new byte[512], Duration.ofMillis(50)) : null;
  }

  /** Asks for lists and whole rooms again and again, and takes nothing. */
  private static final class NeverReads implements RawPeer.Script {
    @Override
    public @Nullable Piece next(int piece, SimRandom random) {
      if (piece == 0) {
        return new Piece(frames(HELLO, "{\"type\":\"create\",\"game\":\"whispers\"}"), Duration.ZERO);
      }
      String[] asks = new String[40];
      java.util.Arrays.fill(asks, "{\"type\":\"describe\",\"id\":1,\"game\":\"dudo\"}");
      return new Piece(frames(asks), Duration.ofMillis(500));
    }

    @Override
    public boolean reads() {
      return false;
    }
  }

  static byte[] frames(String... messages) {
    int length = 0;
    List<byte[]> bodies = new ArrayList<>();
    for (String message : messages) {
      byte[] body = message.getBytes(StandardCharsets.UTF_8);
      bodies.add(body);
      length += Integer.BYTES + body.length;
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    bodies.forEach(body -> all.putInt(body.length).put(body));
    return all.array();
  }
}
