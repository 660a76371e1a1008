package dev.cancha.app.replay;

import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.message.Protocol;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Unusable;
import dev.cancha.server.journal.sqlite.StoppedJournal;
import dev.cancha.server.replay.Damaged;
import dev.cancha.server.replay.NoReplay;
import dev.cancha.server.replay.Replay;
import dev.cancha.server.replay.ReplayCheck;
import dev.cancha.server.replay.ReplayCheck.Played;
import dev.cancha.server.replay.ReplayWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cancha replay}. */
// @formatter:off (it would join the lines of these texts)
@Command(name = "replay", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Shows a match that is over, step by step; on a terminal forwards and backwards.",
        "With --verify it plays it again, and says whether",
        "the same comes out, or which step is the first that differs."},
    footer = {"", "Examples:", "  cancha replay match.jsonl --verify",
        "  cancha replay 5Kd0aVQyRkqnV1fQ --save match.jsonl",
        "  cancha replay 5Kd0aVQyRkqnV1fQ --data /var/lib/cancha --verify", "",
        "Exit codes: 0 all is as it was, 1 something differs, 2 there is no such replay, or wrong options."})
// @formatter:on
public final class ReplayCommand implements Callable<Integer> {
  private static final int DIFFERS = 1;
  private static final int NONE = 2;
  private static final String ID = "[A-Za-z0-9_-]{1,64}";
  private static final String JOURNAL = "journal.db";

  // @formatter:off (it would join the lines of these texts)
  @Parameters(paramLabel = "FILE|ID", description = "A replay's file, or the id of a match.")
  private String target = "";

  @Option(names = "--verify", description = "Play it again and compare; say nothing of the steps.")
  private boolean verify;

  @Option(names = "--plain", description = "Lines of text, also on a terminal.")
  private boolean plain;

  @Option(names = "--server", paramLabel = "HOST:PORT",
      description = "Ask this server for the ID. Unless given: the one on this machine, port 7777.")
  private @Nullable String server;

  @Option(names = "--token", paramLabel = "TOKEN",
      description = "Of a session that was there, for a match in a private room.")
  private @Nullable String token;

  @Option(names = "--data", paramLabel = "DIR",
      description = "Look for the ID in the data directory of a server that does not run.")
  private @Nullable Path data;

  @Option(names = "--seed-hash", paramLabel = "HEX",
      description = "What 'started' showed when the match began: the replay's seed must have this hash.")
  private @Nullable String seedHash;

  @Option(names = "--games", paramLabel = "DIR",
      description = "Of a game that came from a jar: the folder with it.")
  private String folder = "";

  @Option(names = "--save", paramLabel = "FILE", description = "Write the replay to a file as well.")
  private @Nullable Path save;
  // @formatter:on

  @Spec
  private @Nullable CommandSpec spec;

  private final Function<String, List<Game<?, ?>>> found;
  private final Download download;
  private final @Nullable Screening screening;
  /** By whose rules matches can be played again. */
  private List<Game<?, ?>> games = List.of();

  /**
   * @param games gives all that are in this program and in a folder, or none where that is empty
   * @param screening null where there is no terminal that can be drawn on
   */
  public ReplayCommand(Function<String, List<Game<?, ?>>> games, Download download,
      @Nullable Screening screening) {
    this.screening = screening;
    found = games;
    this.download = download;
  }

  @Override
  public Integer call() {
    try {
      games = found.apply(folder);
      byte[] file = file();
      if (save != null) {
        Files.write(save, file);
      }
      return play(Replay.read(file));
    } catch (Damaged e) {
      return differs(String.valueOf(e.getMessage()));
    } catch (NoReplay | Unavailable | Unusable e) {
      return none(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return none(e.getClass().getSimpleName() + ": " + e.getMessage() + ".");
    }
  }

  private byte[] file() throws IOException, NoReplay, Unavailable {
    Path path = Path.of(target);
    if (server == null && data == null && Files.isRegularFile(path)) {
      return Files.readAllBytes(path);
    }
    if (!target.matches(ID)) {
      throw new Unavailable("there is no file " + target + ", and no match has such an id.");
    }
    if (data != null) {
      return stored(data);
    }
    String address = server == null ? "127.0.0.1:" + Protocol.DEFAULT_PORT : server;
    try {
      return download.get(URI.create("http://" + address + "/api/matches/" + target + "/replay"), token);
    } catch (IllegalArgumentException e) {
      throw new Unavailable("'" + address + "' is no HOST:PORT.");
    }
  }

  private byte[] stored(Path folder) throws IOException, NoReplay, Unavailable {
    try (StoppedJournal journal = StoppedJournal.open(folder.resolve(JOURNAL), folder.resolve("native"))) {
      FinishedMatch match = journal.matches().find(target);
      if (match == null) {
        throw new Unavailable("there is no match " + target + " in " + folder + ".");
      }
      Game<?, ?> game = games.stream()
          .filter(each -> each.info().id().equals(match.game()))
          .findFirst()
          .orElseThrow(() -> new Unavailable("the game " + match.game() + " is not installed here."));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ReplayWriter.write(match, game, journal.matches(), bytes);
      return bytes.toByteArray();
    }
  }

  private int play(Replay replay) throws NoReplay, IOException {
    if (screening != null && !verify && !plain) {
      return show(replay, screening);
    }
    out().println(StepText.plain(replay.game() + ", match " + replay.match() + ", rules " + replay.rules()));
    out().println("from " + Instant.ofEpochMilli(replay.startedMillis()) + " to "
        + Instant.ofEpochMilli(replay.endedMillis()));
    replay.players().forEach((seat, name) -> out().println("seat " + seat + ": " + StepText.plain(name)));
    out().println("result: " + StepText.plain(replay.result().toString()));
    out().println("hash of the seed, as it was shown at the start: " + StepText.plain(replay.seedHash()));
    String hashDiffers = hashDiffers(replay);
    if (hashDiffers != null) {
      return differs(hashDiffers);
    }
    long[] steps = new long[1];
    String difference = ReplayCheck.difference(replay, games, step -> {
      steps[0]++;
      if (!verify) {
        StepText.line(step).ifPresent(out()::println);
      }
    });
    if (difference != null) {
      return differs(difference);
    }
    out().println(
        (verify ? "Verified: " : "") + steps[0] + " steps, each as it was; so are the result and the hash.");
    return 0;
  }

  private int show(Replay replay, Screening where) throws NoReplay, IOException {
    List<Played> steps = new ArrayList<>();
    String difference = hashDiffers(replay);
    difference = difference != null ? difference : ReplayCheck.difference(replay, games, steps::add);
    if (!steps.isEmpty()) {
      GameInfo<?> info = games.stream()
          .map(Game::info)
          .filter(each -> each.id().equals(replay.game()))
          .findFirst()
          .orElseThrow();
      where.run(new FilmShow(new Film(replay, steps, difference), info.title(), info.tickRate() > 0));
    }
    return difference == null ? 0 : differs(difference);
  }

  /** A sentence, where the seed is not the one whose hash was seen. */
  private @Nullable String hashDiffers(Replay replay) {
    return seedHash == null || seedHash.equalsIgnoreCase(replay.seedHash()) ? null
        : "line 1, the header: the seed's hash is " + StepText.plain(replay.seedHash())
            + ", but what was seen is "
            + seedHash + ".";
  }

  private int differs(String sentence) {
    out().flush();
    Objects.requireNonNull(spec)
        .commandLine()
        .getErr()
        .println("cancha replay: " + StepText.plain(sentence));
    return DIFFERS;
  }

  private int none(String sentence) {
    Objects.requireNonNull(spec).commandLine().getErr().println("cancha replay: " + StepText.plain(sentence));
    return NONE;
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }
}
