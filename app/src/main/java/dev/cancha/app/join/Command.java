package dev.cancha.app.join;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ClientMessage.Request;
import dev.cancha.common.message.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A line that begins with {@code /}. */
sealed interface Command {
  /** What may be typed, one command a line. */
  List<String> HELP = List.of(
      "/rooms                    the open rooms",
      "/create GAME [SEATS] [OPTION=VALUE ...]  open a room, such as /create snake 2 ticksPerMove=20",
      "/quick GAME               sit down in a fitting room, or open one",
      "/join CODE [PASSWORD]     sit down in a room; /watch CODE [PASSWORD] only looks on",
      "/ready, /unready          the match starts when all are ready; the host may /start without the rest",
      "/sit [SEAT], /stand       take a seat, or watch",
      "/resign, /rematch         give the match up; be ready for another one",
      "/chat TEXT                say something to the room",
      "/kick SEAT                send a player away (host)",
      "/bot SEAT [NAME], /nobot SEAT  let a bot play there, or no more (host)",
      "/show                     the room and the board again",
      "/leave, /quit             leave the room; end the program");

  /** Something to ask the server for. */
  record Ask(Request request) implements Command {}

  /** Take the first free seat. */
  record AnySeat() implements Command {}

  /** Show what can be typed. */
  record Help() implements Command {}

  /** Show the room again. */
  record Show() implements Command {}

  /** End the program. */
  record Quit() implements Command {}

  /** Reads {@code line}, which begins with a slash. */
  static Command parse(String line) throws Misunderstood {
    String[] parts = line.strip().split("\\s+", 2);
    String rest = parts.length < 2 ? "" : parts[1];
    List<String> words = Arrays.stream(rest.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    try {
      return switch (parts[0].toLowerCase(Locale.ROOT)) {
        case "/help", "/?" -> new Help();
        case "/show" -> new Show();
        case "/quit", "/exit" -> new Quit();
        case "/sit" -> words.isEmpty() ? new AnySeat() : new Ask(request("/sit", words));
        case "/chat" -> new Ask(new ClientMessage.Say(null, rest.strip()));
        default -> new Ask(request(parts[0].toLowerCase(Locale.ROOT), words));
      };
    } catch (IllegalArgumentException e) {
      throw new Misunderstood(String.valueOf(e.getMessage()) + ".");
    }
  }

  private static Request request(String command, List<String> words) throws Misunderstood {
    return switch (command) {
      case "/rooms", "/list" -> new ClientMessage.ListRooms(null, null, null);
      case "/create" -> create(words);
      case "/quick" ->
        new ClientMessage.Quick(null, word(words, "the game, such as /quick connectFour"), null);
      case "/join" -> new ClientMessage.Join(null, word(words, "the room's code, such as /join KX3F"),
          second(words), null, null);
      case "/watch" -> new ClientMessage.Join(null, word(words, "the room's code, such as /watch KX3F"),
          second(words), null, true);
      case "/leave" -> new ClientMessage.Leave(null);
      case "/ready" -> new ClientMessage.Ready(null, null);
      case "/unready" -> new ClientMessage.Ready(null, false);
      case "/start" -> new ClientMessage.Start(null);
      case "/sit" -> new ClientMessage.Sit(null, number(words, 0));
      case "/stand" -> new ClientMessage.Sit(null, null);
      case "/kick" -> new ClientMessage.Kick(null, number(words, 0), null);
      case "/bot" -> new ClientMessage.Bot(null, number(words, 0), second(words), null);
      case "/nobot" -> new ClientMessage.Bot(null, number(words, 0), null, true);
      case "/resign" -> new ClientMessage.Resign(null);
      case "/rematch" -> new ClientMessage.Rematch(null);
      default -> throw new Misunderstood("There is no " + command + ". /help shows every command.");
    };
  }

  /** The options of the game are written as {@code name=value}, in any place after it. */
  private static Request create(List<String> words) throws Misunderstood {
    List<String> plain = words.stream().filter(word -> !word.contains("=")).toList();
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    for (String word : words) {
      String[] sides = word.split("=", 2);
      if (sides.length == 2) {
        options.set(sides[0], value(sides[1]));
      }
    }
    return new ClientMessage.Create(null, word(plain, "the game, such as /create connectFour"),
        options.isEmpty() ? null : Json.ofChecked(options.toString()), null,
        plain.size() > 1 ? number(plain, 1) : null, null, null, null, null);
  }

  private static JsonNode value(String text) {
    if (text.matches("-?[0-9]{1,15}")) {
      return JsonNodeFactory.instance.numberNode(Long.parseLong(text));
    }
    return text.matches("true|false") ? JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text))
        : JsonNodeFactory.instance.stringNode(text);
  }

  private static String word(List<String> words, String wanted) throws Misunderstood {
    if (words.isEmpty()) {
      throw new Misunderstood("Add " + wanted + ".");
    }
    return words.getFirst();
  }

  private static @Nullable String second(List<String> words) {
    return words.size() < 2 ? null : words.get(1);
  }

  private static int number(List<String> words, int at) throws Misunderstood {
    if (words.size() <= at || !words.get(at).matches("[0-9]{1,4}")) {
      throw new Misunderstood("Add a number, counted from 0 for seats.");
    }
    return Integer.parseInt(words.get(at));
  }
}
