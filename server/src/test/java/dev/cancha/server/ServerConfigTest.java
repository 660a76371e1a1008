package dev.cancha.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import dev.cancha.server.bots.ProgramLimits;
import dev.cancha.server.host.RoomLimits;
import dev.cancha.server.lobby.LobbyLimits;
import dev.cancha.server.net.NetLimits;
import dev.cancha.server.session.SessionLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerConfigTest {
  @TempDir
  Path folder;

  @Test
  void thePackagedFileHoldsTheStandardValues() {
    ServerConfig config = ServerConfig.packaged();
    assertThat(config.net()).isEqualTo(NetLimits.standard());
    assertThat(config.session()).isEqualTo(SessionLimits.standard());
    assertThat(config.lobby()).isEqualTo(LobbyLimits.standard());
    assertThat(config.room()).isEqualTo(RoomLimits.standard());
    assertThat(config.programs()).isEqualTo(ProgramLimits.standard());
    assertThat(config.server())
        .isEqualTo(new ServerConfig.Server("Cancha", "0.0.0.0", 7777, Duration.ofSeconds(5)));
    assertThat(config.passwords()).isEqualTo(new ServerConfig.Passwords(210_000, 1));
  }

  @Test
  void thePackagedFileHasEveryKeyOnceAndACommentAboveEach() {
    Config packaged = ConfigSource.merged(null, List.of());
    assertThat(packaged.entrySet()).extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrderElementsOf(ConfigKeys.ALL.keySet());
    packaged.root()
        .forEach((section, value) -> assertThat(((ConfigObject) value).values())
            .as(section)
            .first()
            .satisfies(first -> assertThat(first.origin().comments()).isNotNull()));
  }

  @Test
  void thePackagedFileIsTheOneInTheConfigFolder() throws IOException {
    try (var packaged = ServerConfig.class.getResourceAsStream("cancha.conf")) {
      assertThat(packaged).isNotNull().hasBinaryContent(Files.readAllBytes(Path.of("../config/cancha.conf")));
    }
  }

  @Test
  void aFileChangesOnlyWhatItNames() throws IOException {
    Path file = file("""
        server.name = "Liceo 7"
        net { idleTimeout = 1 min, origins = ["https://a.org"] }
        """);
    ServerConfig config = ServerConfig.read(file, List.of());
    assertThat(config.server().name()).isEqualTo("Liceo 7");
    assertThat(config.net().idleTimeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.net().origins()).containsExactly("https://a.org");
    assertThat(config.net().maxConnections()).isEqualTo(20_000);
    assertThat(config.session()).isEqualTo(SessionLimits.standard());
  }

  @Test
  void setWinsOverTheFileAndTheLastSetWins() throws IOException {
    Path file = file("server.port = 1000");
    assertThat(ServerConfig.read(file, List.of("server.port=2000", "server.port = 3000")).server().port())
        .isEqualTo(3000);
  }

  @Test
  void setTakesItsValueAsItIsWritten() {
    ServerConfig config = ServerConfig.read(null, List.of("server.name=Ana's #1 = \"best\" // place",
        "server.bind=::1", "net.origins=https://a.org, \"https://b.org\"", "room.resumeBytes=32 KiB"));
    assertThat(config.server().name()).isEqualTo("Ana's #1 = \"best\" // place");
    assertThat(config.server().bind()).isEqualTo("::1");
    assertThat(config.net().origins()).containsExactly("https://a.org", "https://b.org");
    assertThat(config.room().resumeBytes()).isEqualTo(32 * 1024);
  }

  @Test
  void anEmptyListCanBeSet() throws IOException {
    Path file = file("net.origins = [\"*\"]");
    assertThat(ServerConfig.read(file, List.of("net.origins=[]")).net().origins()).isEmpty();
  }

  @Test
  void aValueMayComeFromTheEnvironmentAndAnAbsentOneLeavesTheDefault() throws IOException {
    Path file = file("server.name = ${?NO_SUCH_VARIABLE_HERE}\nserver.bind = ${PATH}");
    ServerConfig config = ServerConfig.read(file, List.of());
    assertThat(config.server().name()).isEqualTo("Cancha");
    assertThat(config.server().bind()).isEqualTo(System.getenv("PATH"));
  }

  @Test
  void anUnresolvedVariableIsToldWithItsLine() throws IOException {
    Path file = file("# comment\nserver.name = ${NO_SUCH_VARIABLE_HERE}");
    assertThatThrownBy(() -> ServerConfig.read(file, List.of())).isInstanceOf(ConfigError.class)
        .hasMessageStartingWith(file + ":2: ")
        .hasMessageContaining("NO_SUCH_VARIABLE_HERE");
  }

  @Test
  void anUnknownKeyIsToldWithItsLineAndTheNearestKnownOne() throws IOException {
    Path file = file("\n\nnet {\n  maxConections = 5\n}\n");
    assertThatThrownBy(() -> ServerConfig.read(file, List.of()))
        .hasMessage(file + ":4: there is no setting net.maxConections; did you mean net.maxConnections?");
  }

  @ParameterizedTest
  @CsvSource({"maxConnections,net.maxConnections", "server.maxRooms,lobby.maxRooms",
    "NET.ORIGINS,net.origins",
    "server.port.number,server.port", "heartbeats,session.heartbeat", "room.keepChat,room.keptChat"})
  void theKeyThatWasProbablyMeantIsSuggested(String wrong, String meant) {
    assertThatThrownBy(() -> ServerConfig.read(null, List.of(wrong + "=1")))
        .hasMessage("--set " + wrong + "=1: there is no setting " + wrong + "; did you mean " + meant + "?");
  }

  @Test
  void nothingIsSuggestedWhereNothingIsLikeIt() {
    assertThatThrownBy(() -> ServerConfig.read(null, List.of("zzzzzzzzzzzz=1")))
        .hasMessage("--set zzzzzzzzzzzz=1: there is no setting zzzzzzzzzzzz; "
            + "config/cancha.conf has every key there is.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      net.maxConnections = many | net.maxConnections is 'many', but must be a whole number, such as 100.
      net.maxConnections = 1.5 | net.maxConnections is '1.5', but must be a whole number, such as 100.
      net.maxConnections = 99999999999 | net.maxConnections is 2147483647, but must be 1 to 1000000.
      net.maxConnections = true | net.maxConnections is true, but must be a whole number.
      net.maxConnections = [] | net.maxConnections is [], but must be a whole number.
      net.idleTimeout = 5 s | net.idleTimeout is 5 s, but must be 25 s to 10 min.
      net.writeLowWaterBytes = big | net.writeLowWaterBytes is 'big', but must be a size, such as 64 KiB.
      room.resumeBytes = 99 TiB     | room.resumeBytes is 2147483647, but must be 16384 to 1048576.
      net.origins = 5 | net.origins is no list of texts, but must be a list, such as ["https://play.example.org"].
      server.name = { a = 1 }       | there is no setting server.name.a; did you mean server.name?
      server.name = {}              | server.name is {}, but must be text.
      server.name = null            | server.name is null, but must have a value; leave the line out for the default.
      net = 5                       | net is a section, but must have its settings in braces, such as net { … }.
      foo {}                        | there is no setting foo; config/cancha.conf has every key there is.
      """)
  void aWrongValueIsToldWithItsLineAndWhatWouldBeRight(String line, String said) throws IOException {
    Path file = file("# a comment above\n" + line + "\n");
    assertThatThrownBy(() -> ServerConfig.read(file, List.of())).isInstanceOf(ConfigError.class)
        .hasMessage(file + ":2: " + said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"30", "30 parsecs", "1.5 s", "-1 s", "10m", "s"})
  void aDurationNeedsAWholeNumberAndAUnit(String value) throws IOException {
    Path file = file("net.idleTimeout = " + value);
    assertThatThrownBy(() -> ServerConfig.read(file, List.of())).hasMessage(file + ":1: net.idleTimeout is '"
        + value + "', but must be a duration with its unit (ms, s, min, h), such as 10 s.");
  }

  @Test
  void aWrongSetIsToldAsItWasWritten() {
    assertThatThrownBy(() -> ServerConfig.read(null, List.of("server.port=http")))
        .hasMessage(
            "--set server.port=http: server.port is 'http', but must be a whole number, such as 100.");
    assertThatThrownBy(() -> ServerConfig.read(null, List.of("server.port")))
        .hasMessage("--set server.port: must be key=value, such as net.maxConnections=500.");
    assertThatThrownBy(() -> ServerConfig.read(null, List.of("=5")))
        .hasMessageStartingWith("--set =5: must be");
  }

  @Test
  void aDefaultThatNoLongerFitsIsToldAsTheDefaultThatItIs() throws IOException {
    Path file = file("session.actsPerSecond = 50");
    assertThatThrownBy(() -> ServerConfig.read(file, List.of()))
        .hasMessageMatching(
            "packaged cancha.conf:[0-9]+: session.actBurst is 30, but must be 50 to 100000\\.");
  }

  @Test
  void aFileThatIsNoHoconIsToldWithItsLine() throws IOException {
    Path file = file("server {\n  name = Ana\n\n");
    assertThatThrownBy(() -> ServerConfig.read(file, List.of())).isInstanceOf(ConfigError.class)
        .hasMessageStartingWith(file + ":")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aFileThatCannotBeReadIsToldByItsPath() {
    Path missing = folder.resolve("missing.conf");
    assertThatThrownBy(() -> ServerConfig.read(missing, List.of())).isInstanceOf(ConfigError.class)
        .hasMessage(
            "The configuration file " + missing + " cannot be read: give the path of a readable file.");
    assertThatThrownBy(() -> ServerConfig.read(folder, List.of())).hasMessageContaining("cannot be read");
  }

  @Test
  void onlyThePortChangesForOneWhoTriesSeveral() {
    ServerConfig config = ServerConfig.packaged();
    ServerConfig moved = config.withPort(7778);
    assertThat(moved.server().port()).isEqualTo(7778);
    assertThat(moved.withPort(7777)).isEqualTo(config);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("my.conf"), text);
  }
}
