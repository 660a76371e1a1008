package dev.cancha.server.room;

/**
 * Names a session inside the server. Never shown to another client; the player's id, which is, cannot be turned
 * back into it.
 *
 * @param text 128 random bits in base64url, 22 characters
 */
public record SessionId(String text) implements Comparable<SessionId> {
  /** Nearly always the same object is looked for, and then the text, which few caches still hold, is not read. */
  @Override
  @SuppressWarnings("ReferenceEquality") // what is not the same may still be equal, and is compared
  public int compareTo(SessionId other) {
    return this == other ? 0 : text.compareTo(other.text);
  }

  /** For logs: a session's id is as good as half its token, so only its beginning is shown. */
  @Override
  public String toString() {
    return text.substring(0, Math.min(6, text.length())) + "…";
  }
}
