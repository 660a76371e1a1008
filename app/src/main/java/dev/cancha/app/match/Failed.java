package dev.cancha.app.match;

/** A bot has not decided. The message goes on the sentence "the bot …". */
final class Failed extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  private final FaultKind kind;

  Failed(FaultKind kind, String how) {
    super(plain(how), null, false, false);
    this.kind = kind;
  }

  FaultKind kind() {
    return kind;
  }

  /** What a bot said breaks no line, and steers no terminal. */
  private static String plain(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
