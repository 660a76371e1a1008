package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.cancha.app.host.HostError;
import dev.cancha.common.game.Game;
import dev.cancha.common.games.connectfour.ConnectFour;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class GameFolderTest {
  private static final List<Game<?, ?>> OWN = List.of(new ConnectFour());

  @TempDir
  Path folder;

  private final Logger logger = (Logger) LoggerFactory.getLogger(GameFolder.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
  }

  @AfterEach
  void end() {
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  private List<String> offered() {
    return GameFolder.with(OWN, folder.toString()).games().stream().map(game -> game.info().id()).toList();
  }

  private List<String> logged() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void theGamesOfAJarComeBehindTheServersOwn() throws Exception {
    SticksJar.in(folder);
    Files.writeString(folder.resolve("notes.txt"), "no jar");

    assertThat(offered()).containsExactly("connectFour", "sticks");
    assertThat(logged()).singleElement().asString().contains("sticks 1 comes from", "sticks.jar");
  }

  @Test
  void aBrokenJarIsNamedAndItsNeighboursAreOffered() throws Exception {
    SticksJar.in(folder);
    Files.writeString(folder.resolve("broken.jar"), "not a jar at all");

    assertThat(offered()).containsExactly("connectFour", "sticks");
    assertThat(logged().getFirst()).contains("broken.jar").endsWith("It is left out.");
  }

  @Test
  void aGameThatCannotSayWhatItIsIsNamedAndItsNeighboursAreOffered() throws Exception {
    PackedGame.in(folder, "mute", "Mute", """
        package example;
        import dev.cancha.common.game.*;
        import java.util.*;
        public class Mute implements Game<Mute.Nothing, Mute.Nothing> {
          public record Nothing() {}
          public GameInfo<Nothing> info() { throw new IllegalStateException("no words"); }
          public Nothing start(Setup setup) { return new Nothing(); }
          public Step<Nothing> act(Nothing state, int seat, Nothing act, Chance chance) { return Step.forfeit(seat); }
          public SortedSet<Integer> turn(Nothing state) { return Turn.of(0); }
          public List<Nothing> legal(Nothing state, int seat) { return List.of(new Nothing()); }
          public Object view(Nothing state) { return state; }
          public Optional<Result> result(Nothing state) { return Optional.empty(); }
        }
        """);
    SticksJar.in(folder);

    GameFolder.Offered offered = GameFolder.with(OWN, folder.toString());
    assertThat(offered.games()).extracting(game -> game.info().id()).containsExactly("connectFour", "sticks");
    assertThat(offered.foreign()).containsExactly("sticks");
    assertThat(logged().getFirst()).contains("mute.jar", "no words").endsWith("It is left out.");
  }

  @Test
  void theSecondOfAnIdIsLeftOut() throws Exception {
    Files.copy(SticksJar.in(folder), folder.resolve("other.jar"));

    assertThat(offered()).containsExactly("connectFour", "sticks");
    assertThat(logged().getFirst()).contains("other.jar");
    assertThat(logged().get(1)).contains("There is a game 'sticks' already", "sticks.jar");
  }

  @Test
  void aFolderThatIsNotThereIsOneSentence() {
    assertThat(GameFolder.with(OWN, "").games()).isEqualTo(OWN);
    assertThatThrownBy(() -> GameFolder.with(OWN, folder.resolve("none").toString()))
        .isInstanceOf(HostError.class)
        .hasMessageContaining("games.folder is ", "there is no such folder");
  }
}
