package dev.cancha.app.match;

import dev.cancha.common.bots.Bots;
import dev.cancha.common.game.Bot;
import dev.cancha.common.game.Game;
import dev.cancha.server.bots.Programs;
import dev.cancha.server.limits.OutOfBounds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bot that takes part.
 *
 * @param name unique in its league
 * @param spec as it was written
 * @param player what plays
 */
record Entrant(String name, String spec, Player player) {
  static final int MOST = 64;
  private static final int MOST_PLAYOUTS = 1_000_000;
  private static final Pattern LABELLED = Pattern.compile("([A-Za-z][A-Za-z0-9_.-]{0,23})=(.+)");
  private static final Pattern MCTS = Pattern.compile("mcts:([0-9]{1,9})");
  private static final int LONGEST_NAME = 20;

  /** What plays. */
  sealed interface Player {}

  /** A class, which plays the same from the same seed. */
  record OfGame(Bot<?, ?> bot) implements Player {}

  /**
   * A program of its own, started for each match.
   *
   * @param command it and its arguments
   * @param file what of that is the program's own file, to know when it has changed
   */
  record Program(List<String> command, Path file) implements Player {
    Program {
      command = List.copyOf(command);
    }
  }

  /** Whether it does the same from the same seed. */
  boolean reproducible() {
    return player instanceof OfGame;
  }

  /** What a league is held to when it goes on: also what a program's file is today. */
  String fingerprint() {
    return player instanceof Program program ? spec + " (" + Fingerprint.of(program.file) + ")" : spec;
  }

  /** Those that {@code list} names, separated by commas. */
  static <S, A> List<Entrant> parse(String list, Game<S, A> game) {
    List<Entrant> entrants = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>();
    for (String each : list.split(",", -1)) {
      String text = each.strip();
      if (text.isEmpty()) {
        throw MatchError.asked("--bots is '" + list + "', but every bot between its commas must be named.");
      }
      Entrant entrant = one(text, game);
      String name = entrant.name;
      for (int copy = 2; !names.add(name); copy++) {
        name = entrant.name + "#" + copy;
      }
      entrants.add(new Entrant(name, text, entrant.player));
    }
    if (entrants.size() > MOST) {
      throw MatchError
          .asked("--bots has " + entrants.size() + " bots, but a league has at most " + MOST + ".");
    }
    return List.copyOf(entrants);
  }

  private static <S, A> Entrant one(String text, Game<S, A> game) {
    Matcher labelled = LABELLED.matcher(text);
    if (labelled.matches() && !Files.exists(Path.of(text))) {
      Player player = player(labelled.group(2).strip(), game);
      return new Entrant(labelled.group(1), text, player);
    }
    Player player = player(text, game);
    return new Entrant(player instanceof Program program ? nameOf(program.file) : text, text, player);
  }

  private static String nameOf(Path file) {
    String name = file.getFileName().toString();
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  private static <S, A> Player player(String spec, Game<S, A> game) {
    SequencedMap<String, Bot<S, A>> bots = Bots.of(game);
    Bot<S, A> bot = bots.get(spec);
    if (bot != null) {
      return new OfGame(bot);
    }
    Matcher mcts = MCTS.matcher(spec);
    if (mcts.matches()) {
      return new OfGame(mcts(Integer.parseInt(mcts.group(1)), game));
    }
    List<String> command = words(spec);
    if (command.isEmpty()) {
      throw MatchError.asked("--bots has a bot without a command: write NAME=COMMAND.");
    }
    return program(spec, command, List.copyOf(bots.keySet()));
  }

  private static List<String> words(String spec) {
    try {
      return Programs.words(spec);
    } catch (OutOfBounds e) {
      throw MatchError.asked("--" + e.getMessage() + ".");
    }
  }

  private static <S, A> Bot<S, A> mcts(int playouts, Game<S, A> game) {
    if (!Bots.of(game).containsKey("mcts")) {
      throw MatchError.asked("mcts does not play " + game.info().id()
          + ": it needs a game that waits, and that can imagine what it hides.");
    }
    if (playouts < 1 || playouts > MOST_PLAYOUTS) {
      throw MatchError
          .asked("--bots has mcts:" + playouts + ", but its playouts must be 1 to " + MOST_PLAYOUTS + ".");
    }
    return Bots.mcts(game, playouts);
  }

  private static Program program(String spec, List<String> command, List<String> bots) {
    if (command.size() == 1) {
      Path file = Path.of(command.getFirst());
      if (!Files.isRegularFile(file)) {
        throw MatchError.asked("there is no bot '" + spec + "', and no such file; the bots are "
            + String.join(", ", bots) + (bots.contains("mcts") ? ", mcts:PLAYOUTS" : "")
            + ", a program's file, or NAME=COMMAND.");
      }
      if (Files.isExecutable(file)) {
        return new Program(List.of(file.toAbsolutePath().toString()), file);
      }
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(".py")) {
        return new Program(List.of("python3", file.toString()), file);
      }
      throw MatchError.asked("the bot '" + spec + "' cannot be run: make it executable (chmod +x " + file
          + "), or write how it is started: NAME=COMMAND.");
    }
    Path own = command.stream()
        .skip(1)
        .map(Path::of)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(Path.of(command.getFirst()));
    return new Program(command, own);
  }
}
