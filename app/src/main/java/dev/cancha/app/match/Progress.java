package dev.cancha.app.match;

import java.io.PrintWriter;
import java.util.Locale;

/** One line on a terminal that tells how far a league is. Owner: the command's thread. */
final class Progress {
  private static final int WIDTH = 24;
  private static final double NANOS = 1e9;

  private final PrintWriter out;
  private final int total;
  private final int before;
  private boolean drawn;

  /** @param before how many matches were played before this run */
  Progress(PrintWriter out, int total, int before) {
    this.out = out;
    this.total = total;
    this.before = before;
  }

  void draw(int over, long nanos) {
    out.print("\r" + line(over, nanos) + "\u001b[K");
    out.flush();
    drawn = true;
  }

  /** Such as {@code [######..........] 37 %, 370 of 1,000 matches, 52 a second, 12 s left}. */
  String line(int over, long nanos) {
    int filled = (int) ((long) WIDTH * over / total);
    double rate = nanos == 0 ? 0 : (over - before) / (nanos / NANOS);
    String left = rate <= 0 || over >= total ? "" : ", " + time((total - over) / rate) + " left";
    return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + 100L * over / total + " %, "
        + LeagueText.number(over) + " of " + LeagueText.number(total) + " matches"
        + (rate <= 0 ? ""
            : String.format(Locale.ROOT, rate < 10 ? ", %.1f a second" : ", %,.0f a second", rate))
        + left;
  }

  private static String time(double seconds) {
    long whole = (long) Math.ceil(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3_600 ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3_600 + " h " + whole % 3_600 / 60 + " min";
  }

  /** The line makes room for what follows. */
  void clear() {
    if (drawn) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }
}
