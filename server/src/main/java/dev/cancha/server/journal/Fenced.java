package dev.cancha.server.journal;

/** The room has a newer owner, or has ended: this log will never append again. */
public final class Fenced extends NotStored {
  private static final long serialVersionUID = 1L;

  public Fenced(String room, long epoch) {
    super("room " + room + " has another owner now: epoch " + epoch + " is over");
  }
}
