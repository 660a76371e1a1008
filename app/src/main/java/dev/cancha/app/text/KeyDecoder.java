package dev.cancha.app.text;

import dev.cancha.app.text.Key.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes keys of what a terminal sends: characters as they are, and the escape sequences of xterm and its like. Owner:
 * the thread that reads the keyboard.
 */
public final class KeyDecoder {
  private static final int ESC = 27;
  private static final int LONGEST_SEQUENCE = 32;

  private enum At {
    GROUND, ESCAPED, SEQUENCE, SINGLE
  }

  private final StringBuilder sequence = new StringBuilder();
  private At at = At.GROUND;
  private char high;

  /** Whether what came so far may go on: then, after a moment of silence, {@link #silence} says what it was. */
  public boolean waits() {
    return at != At.GROUND;
  }

  /** A lone escape was the key of that name. */
  public List<Key> silence() {
    boolean lone = at == At.ESCAPED;
    at = At.GROUND;
    return lone ? List.of(Key.ESCAPE) : List.of();
  }

  /** {@code unit} is a UTF-16 code unit. */
  public List<Key> take(char unit) {
    return switch (at) {
      case GROUND -> ground(unit);
      case ESCAPED -> escaped(unit);
      case SEQUENCE -> sequence(unit);
      case SINGLE -> {
        at = At.GROUND;
        yield just(letter(unit));
      }
    };
  }

  private List<Key> ground(char unit) {
    if (Character.isHighSurrogate(unit)) {
      high = unit;
      return List.of();
    }
    if (Character.isLowSurrogate(unit)) {
      return Character.isHighSurrogate(high) ? List.of(Key.of(Character.toCodePoint(high, unit))) : List.of();
    }
    return switch (unit) {
      case ESC -> {
        at = At.ESCAPED;
        yield List.of();
      }
      case '\r', '\n' -> List.of(Key.ENTER);
      case '\t' -> List.of(Key.TAB);
      case '\b', 127 -> List.of(Key.BACKSPACE);
      default -> unit >= ' ' ? List.of(Key.of(unit)) : control(unit);
    };
  }

  private static List<Key> control(char unit) {
    return unit == 0 || unit > 26 ? List.of() : List.of(new Key(Kind.CONTROL, 'a' + unit - 1));
  }

  private List<Key> escaped(char unit) {
    at = switch (unit) {
      case '[' -> At.SEQUENCE;
      case 'O' -> At.SINGLE;
      case ESC -> At.ESCAPED;
      default -> At.GROUND;
    };
    sequence.setLength(0);
    if (at == At.SEQUENCE || at == At.SINGLE) {
      return List.of();
    }
    List<Key> keys = new ArrayList<>(List.of(Key.ESCAPE));
    if (at == At.GROUND) {
      keys.addAll(ground(unit));
    }
    return keys;
  }

  private List<Key> sequence(char unit) {
    boolean last = unit >= '@' && unit <= '~';
    if (!last && sequence.length() < LONGEST_SEQUENCE) {
      sequence.append(unit);
      return List.of();
    }
    at = At.GROUND;
    return just(unit == '~' ? numbered(sequence.toString()) : letter(unit));
  }

  private static List<Key> just(@Nullable Kind kind) {
    return kind == null ? List.of() : List.of(Key.of(kind));
  }

  private static @Nullable Kind letter(char unit) {
    return switch (unit) {
      case 'A' -> Kind.UP;
      case 'B' -> Kind.DOWN;
      case 'C' -> Kind.RIGHT;
      case 'D' -> Kind.LEFT;
      case 'H' -> Kind.HOME;
      case 'F' -> Kind.END;
      case 'M' -> Kind.ENTER;
      case 'Z' -> Kind.BACK_TAB;
      default -> null;
    };
  }

  private static @Nullable Kind numbered(String sequence) {
    return switch (sequence.split(";", 2)[0]) {
      case "1", "7" -> Kind.HOME;
      case "4", "8" -> Kind.END;
      case "3" -> Kind.DELETE;
      case "5" -> Kind.PAGE_UP;
      case "6" -> Kind.PAGE_DOWN;
      default -> null;
    };
  }
}
