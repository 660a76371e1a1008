package dev.cancha.server.api;

import dev.cancha.server.room.SessionId;
import dev.cancha.server.session.Tokens;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, by the header {@code Authorization: Bearer TOKEN}.
 *
 * @param session absent where there is no header, and where this server has not signed the token
 * @param malformed there is a header, and it is none of these
 */
record Bearer(@Nullable SessionId session, boolean malformed) {
  private static final String SCHEME = "bearer ";
  /** As {@code token} in {@code hello}. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22,128}");

  static Bearer of(@Nullable String authorization, Tokens tokens) {
    if (authorization == null) {
      return new Bearer(null, false);
    }
    String header = authorization.strip();
    if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return new Bearer(null, true);
    }
    String token = header.substring(SCHEME.length()).strip();
    return TOKEN.matcher(token).matches() ? new Bearer(tokens.session(token), false) : new Bearer(null, true);
  }
}
