package dev.cancha.app.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.app.match.MatchCommand.Programs;
import dev.cancha.common.game.Game;
import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.common.games.snake.SnakeGame;
import dev.cancha.server.bots.Launcher;
import dev.cancha.server.replay.Replay;
import dev.cancha.server.replay.ReplayCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MatchCommandTest {
  private static final List<Game<?, ?>> GAMES = List.of(new ConnectFour(), new Dudo(), new SnakeGame());

  @TempDir
  Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** In a folder of its own, unless one is given. */
  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (!all.contains("--dir")) {
      all.addAll(List.of("--dir", folder.resolve("league-" + all.hashCode()).toString()));
    }
    MatchCommand command = new MatchCommand(
        new MatchCommand.Machine("1.0", GAMES, InstantSource.fixed(Instant.EPOCH),
            () -> "00".repeat(16), new Programs(Launcher.none(), () -> {}), false, stop -> {}));
    return new CommandLine(command).setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setParameterExceptionHandler((e, args) -> {
          err.append(e.getMessage());
          return 2;
        })
        .setExecutionExceptionHandler((e, line, parsed) -> {
          err.append(e.getMessage());
          return 1;
        })
        .execute(all.toArray(String[]::new));
  }

  private String json(String name, String... arguments) throws IOException {
    Path file = folder.resolve(name);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--json", file.toString()));
    assertThat(run(all.toArray(String[]::new))).as(err.toString()).isZero();
    return reproducible(file);
  }

  /** All but the member {@code run}. */
  private static String reproducible(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(lines.size() - 2)).startsWith("\"run\":{");
    return lines.stream().filter(line -> !line.startsWith("\"run\":")).collect(Collectors.joining("\n"));
  }

  @Test
  void theStrongerBotIsFirstAndTheTableIsAligned() {
    assertThat(run("connectFour", "--bots", "random,mcts:60", "--games", "20", "--seed", "7")).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines.getFirst()).isEqualTo("Connect Four, seed 7: 20 matches of 2 seats");
    assertThat(lines.get(2)).startsWith("#  bot      matches  points");
    assertThat(lines.get(3)).startsWith("1  mcts:60       20");
    assertThat(lines.get(4)).startsWith("2  random        20").hasSameSizeAs(lines.get(3));
    assertThat(out.toString()).contains("Who began had ", "Shortest match: ", "Never in 20 matches: ");
  }

  @Test
  void thePagesShowTheTableAndLeadToEachReplay() throws IOException {
    Path pages = folder.resolve("pages");
    Path dir = folder.resolve("league");
    assertThat(
        run("connectFour", "--bots", "random,mcts:8", "--games", "4", "--dir", dir.toString(), "--html",
            pages.toString()))
        .as(err.toString())
        .isZero();
    assertThat(Files.readString(pages.resolve("index.html"))).contains("<svg", "mcts:8", "Connect Four");
    assertThat(dir.resolve("replays/4.jsonl")).exists();
    try (var all = Files.walk(pages)) {
      assertThat(all.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(".html")))
          .anySatisfy(file -> assertThat(Files.readString(file)).contains("4.jsonl"));
    }
  }

  @Test
  void pagesNeedAFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThat(run("connectFour", "--bots", "random,random", "--html", file.toString())).isNotZero();
    assertThat(err.toString()).contains("--html " + file + " is a file, but must be a folder.");
  }

  @ParameterizedTest
  @CsvSource({"connectFour, 'mcts:8,random,random', 2", "dudo, 'mcts:3,random,random,random', 3",
    "snake, 'survivor,random,survivor', 2"})
  void theSameArgumentsGiveTheSameBytesWhateverIsPlayedAtOnce(String game, String bots, String seats)
      throws IOException {
    String alone = json("1.json", game, "--bots", bots, "--seats", seats, "--games", "6", "--parallel", "1");
    assertThat(json("4.json", game, "--bots", bots, "--seats", seats, "--games", "6", "--parallel", "4"))
        .isEqualTo(alone);
    assertThat(alone).contains("\"complete\":true,\"reproducible\":true", "\"number\":1,", "\"coverage\":{");
    assertThat(json("5.json", game, "--bots", bots, "--seats", seats, "--games", "6", "--seed", "2"))
        .isNotEqualTo(alone);
  }

  @Test
  void aLeagueThatWasCutOffGoesOnToTheSameEnd() throws IOException {
    String[] arguments = {"connectFour", "--bots", "mcts:5,random,random", "--games", "10", "--dir",
      folder.resolve("cut").toString()};
    String whole = json("whole.json", arguments);
    Path matches = folder.resolve("cut/matches.jsonl");
    byte[] bytes = Files.readAllBytes(matches);
    Files.write(matches, java.util.Arrays.copyOf(bytes, bytes.length / 2)); // in the middle of a line
    assertThat(json("again.json", arguments)).isEqualTo(whole);
    assertThat(out.toString()).contains("matches are over");
    assertThat(Files.readAllLines(matches)).hasSize(30);
  }

  @Test
  void whatWasPlayedIsNotPlayedAgainButToldAgain() {
    String dir = folder.resolve("told").toString();
    assertThat(run("connectFour", "--bots", "random,random", "--games", "4", "--dir", dir)).isZero();
    assertThat(run("connectFour", "--bots", "random,random", "--games", "4", "--dir", dir)).isZero();
    assertThat(out.toString()).contains("Going on in " + dir + ", where 4 matches are over.",
        "All of it was played before; --fresh plays it anew.");
    assertThat(run("connectFour", "--bots", "random,random", "--games", "6", "--dir", dir)).isEqualTo(2);
    assertThat(err.toString()).contains("--games was 4 there, and is 6 now");
  }

  @ParameterizedTest
  @CsvSource({"connectFour, 'random,random'", "dudo, 'random,random'", "snake, 'survivor,random'"})
  void everyMatchIsAReplayThatVerifies(String game, String bots) throws Exception {
    String dir = folder.resolve("replays").toString();
    assertThat(run(game, "--bots", bots, "--games", "2", "--dir", dir)).isZero();
    assertThat(run("--replay", "0", "--dir", dir)).as(err.toString()).isZero();
    for (int number = 1; number <= 2; number++) {
      Replay replay = Replay.read(Files.readAllBytes(Path.of(dir, "replays", number + ".jsonl")));
      assertThat(replay.game()).isEqualTo(game);
      assertThat(ReplayCheck.difference(replay, GAMES, step -> {})).isNull();
    }
  }

  @Test
  void aReplayIsWrittenAtOnceWhereThatIsAskedFor() {
    String dir = folder.resolve("at-once").toString();
    assertThat(run("connectFour", "--bots", "random,random", "--games", "2", "--dir", dir, "--replays"))
        .isZero();
    assertThat(Path.of(dir, "replays", "2.jsonl")).isNotEmptyFile();
    assertThat(run("--replay", "2", "--dir", dir)).isZero();
    assertThat(out.toString()).endsWith(Path.of(dir, "replays", "2.jsonl") + System.lineSeparator());
    assertThat(run("--replay", "3", "--dir", dir)).isEqualTo(2);
    assertThat(err.toString()).contains("match 3 of " + dir + " was not played");
  }

  @Test
  void aSequentialTestStopsAsSoonAsItKnows() throws IOException {
    String[] arguments = {"connectFour", "--bots", "mcts:40,random", "--games", "400", "--sprt", "0,100"};
    String alone = json("sprt1.json", arguments);
    assertThat(alone).contains("\"verdict\":\"H1\"", "\"complete\":true");
    assertThat(out.toString()).contains("H1 is accepted: mcts:40 is +100 Elo stronger or more");
    assertThat(alone.lines().filter(line -> line.startsWith("{\"number\":")).count()).isLessThan(200);
    List<String> several = new ArrayList<>(List.of(arguments));
    several.addAll(List.of("--parallel", "3"));
    assertThat(json("sprt3.json", several.toArray(String[]::new))).isEqualTo(alone);
  }

  @Test
  void aGateFailsWhereTheFirstBotIsNotStronger() throws IOException {
    Path junit = folder.resolve("junit.xml");
    assertThat(run("connectFour", "--bots", "random,mcts:40", "--games", "200", "--sprt", "0,100", "--junit",
        junit.toString())).isEqualTo(1);
    assertThat(Files.readString(junit)).contains(
        "<testsuite name=\"cancha match connectFour\" tests=\"4\" failures=\"1\"",
        "H0 is accepted");
  }

  @Test
  void aBotThatFailsIsCountedToldAndFailsAStrictLeague() throws IOException {
    Path bot = Files.writeString(folder.resolve("bot.py"), "");
    Path junit = folder.resolve("junit.xml");
    String[] arguments = {"connectFour", "--bots", "random," + bot, "--games", "4", "--strict", "--junit",
      junit.toString()};
    assertThat(run(arguments)).isEqualTo(1); // no program is started here
    assertThat(out.toString()).contains(
        "bot.py failed first so (crash) in match 1: it programs are not started here",
        "not reproducible: bot.py");
    assertThat(Files.readString(junit)).contains("bot.py plays 4 matches without a fault",
        "4 crashes, 0 time-outs");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      chess --bots random,random                    | there is no game 'chess', and no such jar; the games are
      connectFour                                   | say who plays: --bots random,random.
      --bots random,random                          | say which game: connectFour, dudo, snake, or a jar.
      connectFour --bots random,nobody              | there is no bot 'nobody'
      connectFour --bots random                     | --bots has 1 bot, but a match has 2 seats
      connectFour --bots random,random --games 0    | --games must be 1 to 1,000,000, but is 0.
      connectFour --bots random,random --games 2000000 | --games must be 1 to 1,000,000
      connectFour --bots random,random --seats 3    | --seats must be 2 to 2, but is 3.
      connectFour --bots random,random --parallel -1 | --parallel must be 1 to 256, but is -1.
      connectFour --bots random,random --most -1    | --most must be 1 to
      connectFour --bots random,random --patience 2 | --patience is '2', but must be a number and its unit: 500ms,
      connectFour --bots random,random --patience 1ms | --patience is 1ms, but must be 10ms to 5min.
      connectFour --bots random,random --startup 9min | --startup is 9min, but must be 10ms to 5min.
      connectFour --bots random,random --over udp   | --over is 'udp', but there is only tcp.
      snake --bots random,random --over tcp         | --over tcp is for games that wait.
      connectFour --bots random,random,random --sprt 0,10 | --sprt is for two bots, and --bots has 3.
      connectFour --bots random,random --sprt 10    | --sprt is '10', but must be two numbers of Elo, such as 0,10.
      connectFour --bots random,random --sprt 10,0  | --sprt is 10,0, but its first number must be less than its second.
      connectFour --bots random,random --json no/such/folder.json | there is no folder
      connectFour --bots random,random --junit .    | --junit . is a folder, but must be a file.
      --replay 1 --dir no/such                      | there is no league in no/such that could be read.
      """)
  void whatIsWrongIsToldInOneSentenceThatSaysWhatWouldBeRight(String arguments, String told) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(told).doesNotContain("\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void whatNeverHappenedIsTold() throws IOException {
    String told = json("coverage.json", "dudo", "--bots", "random,random", "--games", "2");
    assertThat(told).contains("\"coverage\":{\"matches\":2,\"acts\":{\"bid\":", "\"call calzo\":",
        "\"phases\":{\"special false\":",
        "\"never\":[", "end: resigned", "refusal: none of any kind");
  }
}
