package dev.cancha.testkit.fault;

import dev.cancha.testkit.fault.FaultKind.Victim;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that goes wrong.
 *
 * @param atMillis when, counted from the start of the run
 * @param forMillis how long; 0 where the kind is over at once
 * @param target which client or loop, counted over and over where there are fewer; 0 where the kind hits the server
 * @param amount how much, in the unit of the kind; 0 where it has none
 */
public record Fault(FaultKind kind, int atMillis, int forMillis, int target, int amount) {
  /** Nothing lasts longer than this. */
  public static final int MAX_MILLIS = 600_000;
  /** No more clients or loops are told apart. */
  public static final int MAX_TARGETS = 1_000;

  private static final Pattern TEXT = Pattern
      .compile("([a-zA-Z]+)@(\\d{1,6})(?:\\+(\\d{1,6}))?(?: ([cl])(\\d{1,3}))?(?: by (\\d{1,5}))?");

  public Fault {
    check("at", atMillis, 0, MAX_MILLIS);
    check("for", forMillis, kind.lasts() ? 1 : 0, kind.lasts() ? MAX_MILLIS : 0);
    check("target", target, 0, kind.victim() == Victim.SERVER ? 0 : MAX_TARGETS - 1);
    check("amount", amount, kind.amount().least(), kind.amount().most());
  }

  /** As {@link #toString} prints it. */
  public static Fault parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no fault such as 'lag@12000+3000 c2 by 400'");
    }
    FaultKind kind = FaultKind.of(parts.group(1));
    if (parts.group(4) != null && !parts.group(4).equals(letter(kind))) {
      throw new IllegalArgumentException("'" + text + "' does not hit '" + parts.group(4) + "'");
    }
    return new Fault(kind, Integer.parseInt(parts.group(2)), number(parts, 3), number(parts, 5),
        number(parts, 6));
  }

  /** The time at which it is over. */
  public int endMillis() {
    return atMillis + forMillis;
  }

  /** Such as {@code lag@12000+3000 c2 by 400}: kind, time and duration in milliseconds, target, amount. */
  @Override
  public String toString() {
    return kind.word() + "@" + atMillis + (kind.lasts() ? "+" + forMillis : "")
        + (kind.victim() == Victim.SERVER ? "" : " " + letter(kind) + target)
        + (kind.amount().equals(FaultKind.Amount.NONE) ? "" : " by " + amount);
  }

  Fault lasting(int millis) {
    return new Fault(kind, atMillis, millis, target, amount);
  }

  Fault by(int milder) {
    return new Fault(kind, atMillis, forMillis, target, milder);
  }

  Fault at(int millis) {
    return new Fault(kind, millis, forMillis, target, amount);
  }

  private static String letter(FaultKind kind) {
    return switch (kind.victim()) {
      case CLIENT -> "c";
      case LOOP -> "l";
      case SERVER -> "";
    };
  }

  private static int number(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static void check(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + " of a fault is " + value + ", not " + least + " to " + most);
    }
  }
}
