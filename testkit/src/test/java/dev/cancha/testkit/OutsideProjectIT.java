package dev.cancha.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Game;
import dev.cancha.server.replay.Replay;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The test of docs/testing-a-match.md in a project of its own: with the game of docs/writing-a-game.md, compiled
 * against the packed jars and what they bring, and run by a JVM that has nothing else.
 */
class OutsideProjectIT {
  /** What stands on the class path of this test and would not be brought by the kit. */
  private static final List<String> NOT_BROUGHT = List.of("assertj", "awaitility", "mockito", "jqwik",
      "archunit",
      "logback", "junit-platform-testkit", "byte-buddy", "surefire", "jazzer", "-tests.jar", "test-classes");
  /** What Maven runs tests with; a test does not see it. */
  private static final String LAUNCHER = "junit-platform-launcher";

  private static final String RUNNER = """
      import java.io.PrintWriter;
      import org.junit.platform.engine.discovery.DiscoverySelectors;
      import org.junit.platform.launcher.core.*;
      import org.junit.platform.launcher.listeners.*;

      class Runner {
        public static void main(String[] classes) {
          var summary = new SummaryGeneratingListener();
          var request = LauncherDiscoveryRequestBuilder.request();
          request.selectors(DiscoverySelectors.selectClass(classes[0]));
          LauncherFactory.create().execute(request.build(), summary);
          summary.getSummary().getFailures().forEach(each -> System.out.println(each.getException().getMessage()));
          System.out.println("run " + summary.getSummary().getTestsStartedCount());
          System.exit(summary.getSummary().getTestsFailedCount() == 0 ? 0 : 1);
        }
      }
      """;

  @TempDir
  Path project;

  private String game;

  @BeforeEach
  void written() throws IOException {
    game = block("../docs/writing-a-game.md", "package example;");
    Files.createDirectories(project.resolve("target"));
    Files.writeString(project.resolve("SticksTest.java"),
        block("../docs/testing-a-match.md", "package example;"));
    Files.writeString(project.resolve("Runner.java"), RUNNER);
  }

  /** The block of Java on {@code page} that begins so. */
  private static String block(String page, String beginning) throws IOException {
    String text = Files.readString(Path.of(page));
    int begin = text.indexOf("```java\n" + beginning) + 8;
    assertThat(begin).as("a block of " + page).isGreaterThan(8);
    return text.substring(begin, text.indexOf("```", begin));
  }

  /** Three JVMs start and play, beside whatever else the machine does. */
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void itPassesAndFailsAsDocumentedWhenItsRulesAreBroken() throws Exception {
    assertThat(Path.of(where(Game.class))).as("what the project depends on").isRegularFile();
    assertThat(Path.of(where(MatchTest.class))).as("what the project depends on").isRegularFile();

    compile(game);
    assertThat(run(0)).contains("run 6");

    String broken = game.replace("Result.won(1 - heap.next()", "Result.won(heap.next()");
    assertThat(broken).isNotEqualTo(game);
    compile(broken);
    String failure = run(1);
    assertThat(failure).contains("sticks failed with seed 1:\n",
        "expected: <[ana, beto]> but was: <[beto, ana]>",
        "it runs again with\n  mvn test -Dtest=SticksTest#whoLeavesAMultipleOfFourWins -Dmatch.seed=1\n",
        "its faults, shrunk in ", "the last events are\n", "\"reason\":\"lastStick\"");
    Path replay = project.resolve(failure.lines()
        .filter(line -> line.startsWith("its replay is "))
        .findFirst()
        .orElseThrow()
        .substring("its replay is ".length()));
    assertThat(Replay.read(Files.readAllBytes(replay))).isNotNull();
    assertThat(run(1, "-Dmatch.seed=3")).contains("failed with seed 3")
        .doesNotContain("failed with seed 1", "seed 2");
  }

  private void compile(String rules) throws IOException {
    Files.writeString(project.resolve("Sticks.java"), rules);
    List<String> command = new ArrayList<>(
        List.of("-proc:none", "-d", project.resolve("classes").toString(), "-cp",
            classPath()));
    for (String name : List.of("Sticks.java", "SticksTest.java", "Runner.java")) {
      command.add(project.resolve(name).toString());
    }
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new)))
        .isZero();
  }

  private String run(int expected, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", project.resolve("classes") + File.pathSeparator + classPath(), "Runner",
        "example.SticksTest"));
    Process process = new ProcessBuilder(command).directory(project.toFile())
        .redirectErrorStream(true)
        .start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isEqualTo(expected);
      return output;
    } finally {
      process.destroyForcibly();
    }
  }

  private static String classPath() throws IOException {
    String launcher = where(org.junit.platform.launcher.Launcher.class);
    return Stream
        .concat(Stream.of(where(MatchTest.class), launcher),
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(
                    entry -> NOT_BROUGHT.stream().noneMatch(entry::contains) && !entry.contains(LAUNCHER)))
        .reduce((one, other) -> one + File.pathSeparator + other)
        .orElseThrow();
  }

  private static String where(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
