package dev.cancha.server.room;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What all chance of one match follows from.
 *
 * @param hex 128 random bits as 32 hex digits
 */
public record Seed(String hex) {
  public Seed {
    if (!hex.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("a seed is 32 hex digits");
    }
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** The SHA-256 of the seed's 16 bytes, 64 hex digits: shown when the match starts, so that it cannot change. */
  public String hash() {
    return HexFormat.of().formatHex(sha256().digest(bytes()));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
