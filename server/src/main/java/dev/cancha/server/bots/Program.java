package dev.cancha.server.bots;

import dev.cancha.server.limits.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A bot that is a program of its own. Immutable.
 *
 * @param games it plays, {@link #EVERY} for all
 * @param command the program and its arguments
 */
record Program(String name, List<String> games, List<String> command) {
  static final String EVERY = "*";
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,23}");
  private static final String EXAMPLE = "such as \"mybot = dudo: python3 mybot.py\"";

  Program {
    games = List.copyOf(games);
    command = List.copyOf(command);
  }

  /** Reads {@code NAME = GAME …: COMMAND}; what is wrong is said of the component {@code bots}. */
  static Program parse(String line) {
    int equals = line.indexOf('=');
    int colon = line.indexOf(':', equals + 1);
    Bounds.require(equals > 0 && colon > 0, "bots",
        "bots has '" + line + "', but each must be NAME = GAME ...: COMMAND, " + EXAMPLE);
    String name = line.substring(0, equals).strip();
    Bounds.require(NAME.matcher(name).matches(), "bots", "bots has the name '" + name
        + "', but it must be 1 to 24 letters and digits, and begin with a small letter");
    List<String> games = words(line.substring(equals + 1, colon));
    Bounds.require(!games.isEmpty(), "bots",
        "bots has " + name + " without a game, but must say which it plays, "
            + EXAMPLE + ", or * for all");
    List<String> command = words(line.substring(colon + 1));
    Bounds.require(!command.isEmpty() && !command.getFirst().isEmpty(), "bots",
        "bots has " + name + " without a command, but must say how it is started, " + EXAMPLE);
    return new Program(name, games, command);
  }

  /** Splits at spaces; single or double quotes keep together what is between them, and nothing else is special. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inside = false;
    int quote = 0;
    for (int c : text.chars().toArray()) {
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        inside = true;
      } else if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (inside) {
          words.add(word.toString());
        }
        word.setLength(0);
        inside = false;
      } else {
        word.append((char) c);
        inside = true;
      }
    }
    Bounds.require(quote == 0, "bots", "bots has" + text + ", but every quote must be closed");
    if (inside) {
      words.add(word.toString());
    }
    return words;
  }

  boolean plays(String game) {
    return games.contains(game) || games.contains(EVERY);
  }
}
