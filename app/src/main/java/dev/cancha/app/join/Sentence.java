package dev.cancha.app.join;

import java.util.concurrent.CompletionException;

/** What went wrong, as a sentence for a player: with a capital and a full stop, and without a class's name. */
public final class Sentence {
  private Sentence() {}

  public static String of(Throwable failure) {
    Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
        ? wrapped.getCause()
        : failure;
    String message = cause.getMessage();
    if (message == null || message.isBlank()) {
      return "That did not work (" + cause.getClass().getSimpleName() + ").";
    }
    int first = message.codePointAt(0);
    String rest = message.substring(Character.charCount(first));
    boolean ended = message.endsWith(".") || message.endsWith("!") || message.endsWith("?");
    return Character.toString(Character.toUpperCase(first)) + rest + (ended ? "" : ".");
  }
}
