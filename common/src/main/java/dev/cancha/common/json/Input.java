package dev.cancha.common.json;

import dev.cancha.common.message.Json;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/** A JSON value being read: the parser, and sentences that name the place where it stands. Owner: one call. */
final class Input {
  private static final int MAX_PATH = 60;
  private static final int MAX_VALUE = 35;
  private static final int MAX_MESSAGE = 100;

  private final Json json;
  private final JsonParser parser;

  Input(Json json, JsonParser parser) {
    this.json = json;
    this.parser = parser;
  }

  /** Reads {@code json}, all of it, as {@code shape}; what is absent is taken from {@code defaults}. */
  static Object read(Json json, Shape shape, @Nullable Object defaults) {
    try (JsonParser parser = Format.parser(json)) {
      parser.nextToken();
      Input in = new Input(json, parser);
      Object value = shape.read(in, defaults);
      if (parser.nextToken() != null) {
        throw new Mismatch("more than one JSON value");
      }
      return value;
    } catch (JacksonException e) {
      throw new Mismatch("the value is not JSON that can be read here");
    }
  }

  JsonParser parser() {
    return parser;
  }

  void expect(JsonToken token, Shape shape) {
    if (parser.currentToken() != token) {
      throw unwanted(shape);
    }
  }

  /** The value that begins here, as its own bytes. */
  Json raw() {
    int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
    parser.skipChildren();
    parser.finishToken();
    return Json.ofChecked(Arrays.copyOfRange(json.utf8(), start,
        Math.toIntExact(parser.currentLocation().getByteOffset())));
  }

  /** The value that stands here is not what {@code shape} wants. */
  Mismatch unwanted(Shape shape) {
    return wrong("must be " + shape.wanted() + ", but is " + found());
  }

  /** {@code what} is wrong at the place where the parser stands. */
  Mismatch wrong(String what) {
    return new Mismatch(here() + " " + what);
  }

  /** The value at the place where the parser stands is of the right kind, but {@code what}. */
  Mismatch outside(String what) {
    return new Mismatch(here() + " " + what, true);
  }

  private String here() {
    String path = path(parser.streamReadContext());
    return path.isEmpty() ? "the value" : "'" + path + "'";
  }

  /** The object that just ended lacks {@code member}. */
  Mismatch missing(String member, Shape shape) {
    String path = path(parser.streamReadContext());
    return new Mismatch("'" + (path.isEmpty() ? "" : path + ".") + member + "' is missing: it must be "
        + shape.wanted());
  }

  /** What the checks of a record's constructor said, shortened: it may repeat what was read. */
  static Mismatch refused(IllegalArgumentException e) {
    String message = e.getMessage();
    return new Mismatch(message == null ? "the value is not allowed" : cut(message, MAX_MESSAGE), true);
  }

  static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
    return text.substring(0, end) + "…";
  }

  /** The value at the current token, shortened, for a sentence. */
  String found() {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case null -> "missing";
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "\"" + cut(parser.getString(), MAX_VALUE) + "\"";
      default -> cut(parser.getString(), MAX_VALUE);
    };
  }

  private static String path(TokenStreamContext place) {
    StringBuilder path = new StringBuilder();
    for (TokenStreamContext at = place; at != null && !at.inRoot(); at = at.getParent()) {
      String step = at.inObject() ? at.currentName()
          : at.hasCurrentIndex() ? "" + at.getCurrentIndex() : null;
      if (step != null) {
        path.insert(0, path.isEmpty() ? step : step + ".");
      }
    }
    return cut(path.toString(), MAX_PATH);
  }
}
