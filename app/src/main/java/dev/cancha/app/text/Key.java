package dev.cancha.app.text;

/**
 * A key that was pressed.
 *
 * @param character the code point of a {@code CHARACTER}; the lower-case letter of a {@code CONTROL}; else 0
 */
public record Key(Kind kind, int character) {
  public static final Key ENTER = of(Kind.ENTER);
  public static final Key ESCAPE = of(Kind.ESCAPE);
  public static final Key TAB = of(Kind.TAB);
  public static final Key UP = of(Kind.UP);
  public static final Key DOWN = of(Kind.DOWN);
  public static final Key LEFT = of(Kind.LEFT);
  public static final Key RIGHT = of(Kind.RIGHT);
  public static final Key BACKSPACE = of(Kind.BACKSPACE);
  /** Ctrl-C. */
  public static final Key STOP = new Key(Kind.CONTROL, 'c');

  /** What there is on every keyboard. */
  public enum Kind {
    CHARACTER, CONTROL, ENTER, ESCAPE, TAB, BACK_TAB, BACKSPACE, DELETE, UP, DOWN, LEFT, RIGHT, HOME, END,
    PAGE_UP,
    PAGE_DOWN
  }

  static Key of(Kind kind) {
    return new Key(kind, 0);
  }

  public static Key of(int character) {
    return new Key(Kind.CHARACTER, character);
  }

  /** Whether it is this character; of a letter, in either case. */
  public boolean is(char wanted) {
    return kind == Kind.CHARACTER && Character.toLowerCase(character) == Character.toLowerCase(wanted);
  }
}
