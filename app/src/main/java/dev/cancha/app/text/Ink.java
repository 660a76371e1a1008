package dev.cancha.app.text;

/**
 * How a span looks. Colour only adds to what letters and shapes say already, so that nothing is lost without it.
 *
 * @param colour 0 to 7 as terminals number them, 8 to 15 for the bright ones, -1 for the usual one
 */
public record Ink(int colour, boolean bold, boolean faint, boolean inverse, boolean underlined) {
  public static final Ink PLAIN = new Ink(-1, false, false, false, false);
  public static final Ink STRONG = PLAIN.asBold();
  public static final Ink FAINT = new Ink(-1, false, true, false, false);
  public static final Ink CHOSEN = PLAIN.asInverse();
  public static final Ink GOOD = coloured(2);
  public static final Ink BAD = coloured(1).asBold();
  /** Red, yellow, green, cyan, magenta, blue, bright red, white: the colours of the seats. */
  private static final int[] SEATS = {1, 3, 2, 6, 5, 4, 9, 7};

  public static Ink coloured(int colour) {
    return new Ink(colour, false, false, false, false);
  }

  public static Ink seat(int seat) {
    return coloured(SEATS[Math.floorMod(seat, SEATS.length)]);
  }

  public Ink asBold() {
    return new Ink(colour, true, faint, inverse, underlined);
  }

  public Ink asInverse() {
    return new Ink(colour, bold, faint, true, underlined);
  }

  public Ink asUnderlined() {
    return new Ink(colour, bold, faint, inverse, true);
  }

  /** The sequence that switches a terminal from plain to this; empty where it is plain. */
  public String sequence(boolean colours) {
    var codes = new StringBuilder();
    add(codes, bold, "1");
    add(codes, faint, "2");
    add(codes, underlined, "4");
    add(codes, inverse, "7");
    add(codes, colours && colour >= 0, String.valueOf(colour < 8 ? 30 + colour : 82 + colour));
    return codes.isEmpty() ? "" : "\u001b[" + codes + "m";
  }

  private static void add(StringBuilder codes, boolean so, String code) {
    if (so) {
      codes.append(codes.isEmpty() ? "" : ";").append(code);
    }
  }
}
