package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.server.replay.Replay;
import dev.cancha.server.replay.ReplayCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leagues as people play them: the real command, real programs as bots, and a real server. */
class MatchIT {
  /** Decides by what is legal alone, so that the same league ends the same. */
  private static final String PICK = """
      import json, sys
      for line in sys.stdin:
          legal = json.loads(line)["legal"]
          print(json.dumps(legal[%s]), flush=True)
      """;
  private static final String CRASH = """
      import sys
      for count, line in enumerate(sys.stdin):
          sys.exit("on purpose")
      """;
  private static final String HANG = """
      import json, sys
      for count, line in enumerate(sys.stdin):
          if count == 0:
              print(json.dumps(json.loads(line)["legal"][0]), flush=True)
      """;
  private static final String CHEAT = """
      import sys
      for line in sys.stdin:
          print('{"column":7}', flush=True)
      """;
  private static final int MATCHES = 45;
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir
  Path folder;

  private String bots() throws IOException {
    Files.writeString(folder.resolve("first.py"), PICK.formatted("0"));
    Files.writeString(folder.resolve("middle.py"), PICK.formatted("len(legal) // 2"));
    Files.writeString(folder.resolve("last.py"), PICK.formatted("-1"));
    Files.writeString(folder.resolve("crash.py"), CRASH);
    Files.writeString(folder.resolve("hang.py"), HANG);
    Files.writeString(folder.resolve("cheat.py"), CHEAT);
    return "mcts:150,mcts:20,random,random,"
        + Stream.of("first", "middle", "last", "crash", "hang", "cheat")
            .map(name -> folder.resolve(name + ".py").toString())
            .collect(Collectors.joining(","));
  }

  private CanchaProcess league(String dir, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(
        List.of("match", "connectFour", "--bots", bots(), "--games", "1", "--seed",
            "7", "--patience", "4s", "--startup", "2min", "--parallel", "4", "--dir",
            folder.resolve(dir).toString(), "--json",
            folder.resolve(dir + ".json").toString()));
    arguments.addAll(List.of(more));
    return CanchaProcess.start(folder, "", List.of(), arguments.toArray(String[]::new));
  }

  private static int ended(CanchaProcess league) {
    await().atMost(LONG).until(() -> !league.isAlive());
    try {
      return league.exitCode();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void untilPlayed(String dir, int matches) {
    Path file = folder.resolve(dir).resolve("matches.jsonl");
    await().atMost(LONG).until(() -> Files.exists(file) && lines(file).size() >= matches);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All but the member {@code run}. */
  private List<String> results(String dir) {
    return lines(folder.resolve(dir + ".json")).stream()
        .filter(line -> !line.startsWith("\"run\":"))
        .toList();
  }

  @Test
  void aLeagueOfTenOfWhichThreeFailEndsRightAndTheSameAlsoWhenItWasKilled() throws Exception {
    Path junit = folder.resolve("junit.xml");
    try (CanchaProcess whole = league("whole", "--junit", junit.toString(), "--strict")) {
      assertThat(ended(whole)).as(whole.err()).isEqualTo(1); // bots failed, and that is what --strict is about
      rankedRight(whole.out());
    }
    assertThat(Files.readString(junit)).contains("tests=\"11\" failures=\"3\"",
        "crash.py plays 9 matches without a fault", "on purpose");
    try (CanchaProcess asked = league("cut")) {
      untilPlayed("cut", 5);
      asked.terminate();
      ended(asked);
      assertThat(asked.out()).contains(" of 45 matches of 2 seats",
          "Stopped. The same command goes on from here.");
    }
    try (CanchaProcess killed = league("cut")) {
      untilPlayed("cut", 15);
      List<ProcessHandle> programs = killed.children();
      killed.kill();
      await().atMost(LONG).until(() -> programs.stream().noneMatch(ProcessHandle::isAlive));
    }
    int before = lines(folder.resolve("cut/matches.jsonl")).size();
    assertThat(before).isLessThan(MATCHES);
    try (CanchaProcess again = league("cut")) {
      assertThat(ended(again)).as(again.err()).isZero();
      assertThat(again.out()).contains("matches are over.");
    }
    assertThat(results("cut")).isEqualTo(results("whole"));
    verify(folder.resolve("cut"));
  }

  /** Whoever fails is behind all others, and the best search before them. */
  private static void rankedRight(String out) {
    List<String> names = Pattern.compile("^ *[0-9]+  (\\S+) .*$", Pattern.MULTILINE)
        .matcher(out)
        .results()
        .map(row -> row.group(1))
        .toList();
    assertThat(names).as(out).hasSize(10).startsWith("mcts:150").contains("random#2");
    assertThat(names.subList(7, 10)).as(out).containsExactlyInAnyOrder("crash.py", "hang.py", "cheat.py");
    assertThat(out).containsPattern("crash\\.py +9 .* 9 +- +-\n")
        .containsPattern("hang\\.py +9 .* - +7 +-\n")
        .containsPattern("cheat\\.py +9 .* - +- +8\n");
  }

  private void verify(Path league) throws Exception {
    try (CanchaProcess replays = CanchaProcess.start(folder, "", List.of(), "match", "--replay", "0", "--dir",
        league.toString())) {
      assertThat(ended(replays)).as(replays.err()).isZero();
    }
    for (int number = 1; number <= MATCHES; number++) {
      Replay replay = Replay.read(Files.readAllBytes(league.resolve("replays/" + number + ".jsonl")));
      assertThat(ReplayCheck.difference(replay, List.of(new ConnectFour()), step -> {})).isNull();
    }
  }

  @Test
  void overTcpTheSameMatchesArePlayedByAServer() throws Exception {
    for (String over : List.of("memory", "tcp")) {
      List<String> arguments = new ArrayList<>(
          List.of("match", "connectFour", "--bots", "mcts:20,random,random",
              "--games", "4", "--parallel", "2", "--dir", folder.resolve(over).toString(), "--json",
              folder.resolve(over + ".json").toString()));
      if (over.equals("tcp")) {
        arguments.addAll(List.of("--over", "tcp"));
      }
      try (CanchaProcess league = CanchaProcess.start(folder, "", List.of(),
          arguments.toArray(String[]::new))) {
        assertThat(ended(league)).as(league.err()).isZero();
      }
    }
    assertThat(matches("tcp")).isEqualTo(matches("memory")).hasSize(12);
    try (CanchaProcess dice = CanchaProcess.start(folder, "", List.of(), "match", "dudo", "--bots",
        "mcts:5,random,random", "--seats", "3", "--games", "3", "--over", "tcp", "--replays", "--dir",
        folder.resolve("dudo").toString())) {
      assertThat(ended(dice)).as(dice.err()).isZero();
      assertThat(folder.resolve("dudo/replays/3.jsonl")).isNotEmptyFile();
    }
  }

  /** Without the seeds, which the server draws. */
  private List<String> matches(String name) {
    return lines(folder.resolve(name + ".json")).stream()
        .filter(line -> line.startsWith("{\"number\":"))
        .map(line -> line.replaceAll("\"seed\":\"[0-9a-f]+\",", ""))
        .toList();
  }
}
