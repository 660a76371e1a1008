package dev.cancha.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Game;
import dev.cancha.common.games.LeakCheck;
import dev.cancha.common.games.RandomMatch;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Settings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The game that stands in docs/writing-a-game.md is compiled as it stands there, packed as it says, and played. */
class WritingAGameSimTest {
  private static final Path PAGE = Path.of("../docs/writing-a-game.md");
  private static final int MOST_LINES = 60;

  @TempDir
  Path folder;

  private URLClassLoader loader;
  private Game<?, ?> game;

  @BeforeEach
  void compiled() throws Exception {
    Path source = folder.resolve("Sticks.java");
    Files.writeString(source, block("java"));
    Path classes = folder.resolve("classes");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int failed = compiler.run(null, null, null, "-Xlint:all", "-Werror", "-cp",
        Path.of(Game.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString(), "-d",
        classes.toString(), source.toString());
    assertThat(failed).as("the compiler's exit code").isZero();

    Path services = classes.resolve("META-INF/services");
    Files.createDirectories(services);
    Files.writeString(services.resolve(Game.class.getName()), lastBlockBeforeCommands());
    loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, Game.class.getClassLoader());
    List<Game<?, ?>> found = new ArrayList<>();
    ServiceLoader.load(Game.class, loader).forEach(found::add);
    game = found.stream()
        .filter(each -> loader.equals(each.getClass().getClassLoader()))
        .findFirst()
        .orElseThrow();
  }

  @AfterEach
  void closed() throws IOException {
    loader.close();
  }

  /** The first block of the page in that language. */
  private static String block(String language) throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf("```" + language + "\n") + language.length() + 4;
    return page.substring(begin, page.indexOf("```", begin));
  }

  /** The text file that names the class. */
  private static String lastBlockBeforeCommands() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf("```\n", page.indexOf("## Packing it")) + 4;
    return page.substring(begin, page.indexOf("```", begin));
  }

  @Test
  void itHasAtMostSixtyLines() throws IOException {
    assertThat(block("java").strip().lines().count()).isLessThanOrEqualTo(MOST_LINES);
  }

  @Test
  void itsRulesComeToAnEndAndHideNothing() {
    checked(game);
  }

  private static <S, A> void checked(Game<S, A> game) {
    LeakCheck<S, A> check = new LeakCheck<>(game, List.of());
    for (long seed = 0; seed < 50; seed++) {
      RandomMatch<S, A> match = new RandomMatch<>(game, RandomMatch.seats(2), seed, 0);
      check.check(match);
      S last = match.fold(match.moves()).getLast();
      assertThat(game.result(last).orElseThrow().reason()).isEqualTo("lastStick");
      assertThat(game.turn(last)).isEmpty();
    }
  }

  @Test
  void itHoldsWhatAGamePromises() {
    GameCheck.of(game).assertPasses();
    assertThat(GameCheck.of(game).report().warnings()).isEmpty();
  }

  @Test
  void itIsPlayedThroughAServerToItsResult() throws Throwable {
    MatchSpec spec = new MatchSpec("WritingAGameSimTest#itIsPlayed", "sticks", List.of(game),
        Json.emptyObject(),
        Settings.NONE, 1, false, false);
    MatchRuns runs = new MatchRuns(spec, 7, new ReplayFiles(folder));
    runs.play(runs.match(spec.plan(7)), WritingAGameSimTest::played, WritingAGameSimTest::played);
  }

  /** Whoever leaves a multiple of four wins. */
  private static void played(Match match) {
    match.join("ana", "beto");
    Player ana = match.player("ana");
    assertThat(ana.refused("{\"sticks\": 4}")).isEqualTo(ErrorCode.ILLEGAL_ACTION);
    assertThat(ana.refused("{\"stones\": 1}")).isEqualTo(ErrorCode.BAD_MESSAGE);
    ana.script(room -> "{\"sticks\": " + Math.max(1, room.view().path("sticks").asInt() % 4) + "}");
    match.player("beto").script(room -> "{\"sticks\": 1}");
    match.untilOver(Duration.ofMinutes(2));
    assertThat(match.standings()).containsExactly("ana", "beto");
    assertThat(match.result().path("reason").asString()).isEqualTo("lastStick");
    match.rematch();
    assertThat(match.document().path("turn").toString()).as("the beginner changes").isEqualTo("[1]");
    match.untilOver(Duration.ofMinutes(2));
  }
}
