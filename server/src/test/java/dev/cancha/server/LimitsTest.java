package dev.cancha.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.server.limits.OutOfBounds;
import dev.cancha.server.net.NetLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every limit at its bounds and just beyond them, set as an operator would. */
class LimitsTest {
  /** Key, least value, greatest value, one below, one above; a second key that must follow is given with it. */
  @ParameterizedTest
  @CsvSource(textBlock = """
      server.port,                             0,      65535,    -1,      65536
      server.drainTimeout,                     100 ms, 8 s,      99 ms,   8001 ms
      net.maxConnections,                      1,      1000000,  0,       1000001
      net.maxConnectionsPerAddress,            1,      1000000,  0,       1000001
      net.helloTimeout,                        10 s,   60 s,     9999 ms, 60001 ms
      net.idleTimeout,                         25 s,   10 min,   24999 ms, 601 s
      net.writeLowWaterBytes,                  1,      262143,   0,       262144
      net.writeHighWaterBytes,                 256KiB, 64MiB,    262143,  67108865
      net.closeLinger,                         100 ms, 10 s,     99 ms,   10001 ms
      net.maxHttpHeaderBytes,                  1 KiB,  64 KiB,   1023,    65537
      session.actsPerSecond,                   30,     30,       29,      31
      session.actBurst,                        30,     100000,   29,      100001
      session.messagesPerSecond,               100,    256,      99,      257
      session.messageBurst,                    256,    100000,   255,     100001
      session.floodTolerance,                  10 s,   10 min,   9999 ms, 601 s
      session.heartbeat,                       1 s,    12 s,     999 ms,  12001 ms
      session.roomInterval,                    10 ms,  200 ms,   9 ms,    201 ms
      session.slowTimeout,                     1 s,    10 min,   999 ms,  601 s
      session.maxSessions,                     1,      1000000,  0,       1000001
      session.keepSession,                     1 min,  168 h,    59 s,    604801 s
      session.wrongGuessesPerMinute,           10,     100,      9,       101
      session.wrongGuessesPerMinutePerAddress, 100,    10000,    99,      10001
      lobby.maxRooms,                          1,      100000,   0,       100001
      lobby.listedRooms,                       1,      500,      0,       501
      lobby.watchInterval,                     1 s,    60 s,     999 ms,  60001 ms
      room.keptChat,                           50,     500,      49,      501
      room.resumeRevisions,                    64,     4096,     63,      4097
      room.resumeBytes,                        16 KiB, 1 MiB,    16383,   1048577
      room.maxSpectators,                      1,      10000,    0,       10001
      room.lobbyGrace,                         120 s,  24 h,     119 s,   86401 s
      room.spectatorsInterval,                 1 s,    60 s,     999 ms,  60001 ms
      games.threads,                           1,      16,       0,        17
      games.maxStuck,                          1,      64,       0,        65
      bots.threads,                            1,      64,       0,        65
      bots.minDelay,                           0 s,    1200 ms,  -1 ms,    1201 ms
      bots.maxDelay,                           400 ms, 10 s,     399 ms,   60001 ms
      bots.patience,                           1200 ms, 5 min,   1199 ms,  301 s
      programs.maxRunning,                     1,      10000,    0,        10001
      programs.maxLineBytes,                   64,     64 KiB,   63,       65537
      programs.restarts,                       0,      1000,     -1,       1001
      passwords.iterations,                    1000,   10000000, 999,     10000001
      passwords.threads,                       1,      16,       0,       17
      discovery.interval,                      1 s,      10 min,   999 ms,   601 s
      history.keepDays,                        1,      36500,    0,       36501
      history.keepMatches,                     0,      10000000, -1,      10000001
      """)
  void aLimitMayBeAtItsBoundsAndNotBeyond(ArgumentsAccessor row) {
    String key = row.getString(0);
    set(key, row.getString(1));
    set(key, row.getString(2));
    for (String beyond : List.of(row.getString(3), row.getString(4))) {
      assertThatThrownBy(() -> set(key, beyond)).isInstanceOf(ConfigError.class)
          .hasMessageContaining("but must be");
    }
  }

  @Test
  void everyNumberSizeAndDurationIsInTheTableAbove() throws Exception {
    var method = LimitsTest.class.getDeclaredMethod("aLimitMayBeAtItsBoundsAndNotBeyond",
        ArgumentsAccessor.class);
    Stream<String> inTable = method.getAnnotation(CsvSource.class)
        .textBlock()
        .lines()
        .map(line -> line.substring(0, line.indexOf(',')).strip());
    List<String> bounded = ConfigKeys.ALL.entrySet()
        .stream()
        .filter(e -> e.getValue().getType() == int.class || e.getValue().getType() == Duration.class)
        .map(Map.Entry::getKey)
        .toList();
    assertThat(inTable).containsExactlyInAnyOrderElementsOf(bounded);
  }

  @Test
  void metricsAreShownToThisMachineOrToAll() {
    assertThat(ServerConfig.packaged().metrics().allow()).isEqualTo("local");
    assertThat(set("metrics.allow", "all").metrics().allow()).isEqualTo("all");
    assertThatThrownBy(() -> set("metrics.allow", "none")).isInstanceOf(ConfigError.class)
        .hasMessageContaining("metrics.allow is none, but must be local or all");
  }

  @Test
  void aHigherRateNeedsAHigherBurst() {
    assertThatThrownBy(() -> set("session.actsPerSecond", "60"))
        .hasMessageContaining("session.actBurst is 30, but must be 60 to 100000");
    var config = ServerConfig.read(null, List.of("session.actsPerSecond=60", "session.actBurst=60"));
    assertThat(config.session().actsPerSecond()).isEqualTo(60);
  }

  @Test
  void twoHeartbeatsFitIntoTheIdleTimeWhateverIsConfigured() {
    var slowest = ServerConfig.read(null, List.of("session.heartbeat=12 s", "net.idleTimeout=25 s"));
    assertThat(slowest.session().heartbeat().multipliedBy(2)).isLessThan(slowest.net().idleTimeout());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://play.example.org", "http://192.0.2.7:8080", "https://[2001:db8::1]:8443",
    "*",
    "http://localhost"})
  void anOriginIsWrittenAsBrowsersSendIt(String origin) {
    assertThat(set("net.origins", "[" + origin + "]").net().origins()).containsExactly(origin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"play.example.org", "https://play.example.org/", "HTTPS://play.example.org",
    "https://",
    "ftp://play.example.org", "https://a.org:0", "https://user@a.org", "null", "**"})
  void whatNoBrowserSendsIsNoOrigin(String origin) {
    assertThatThrownBy(() -> set("net.origins", origin)).isInstanceOf(ConfigError.class)
        .hasMessageContaining("net.origins has '" + origin + "'")
        .hasMessageContaining("https://example.org:8443");
  }

  static Stream<String> badNames() {
    return Stream.of("", "   ", "x".repeat(41), "a\u0007b");
  }

  @ParameterizedTest
  @MethodSource("badNames")
  void aServerHasANameThatCanBeShown(String name) {
    assertThatThrownBy(() -> new ServerConfig.Server(name, "::", 0, Duration.ofSeconds(1)))
        .isInstanceOf(OutOfBounds.class)
        .hasMessageContaining("1 to 40 characters");
  }

  @Test
  void anAddressToListenOnIsNeeded() {
    assertThatThrownBy(() -> set("server.bind", "")).hasMessageContaining("server.bind is empty");
  }

  @Test
  void originsAreCopied() {
    var origins = new ArrayList<>(List.of("*"));
    var limits = new NetLimits(1, 1, Duration.ofSeconds(10), Duration.ofSeconds(25), 1,
        256 * 1024, Duration.ofSeconds(1), 1024, origins, List.of(), "");
    origins.clear();
    assertThat(limits.origins()).containsExactly("*");
  }

  private static ServerConfig set(String key, String value) {
    return ServerConfig.read(null, List.of(key + "=" + value));
  }
}
