package dev.cancha.app.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A few digits that tell whether something is still what it was. */
final class Fingerprint {
  private static final int BYTES = 4;

  private Fingerprint() {}

  static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Of what {@code file} holds; of a program that the system finds by itself nothing is known. */
  static String of(Path file) {
    try {
      return Files.isRegularFile(file) ? of(Files.readAllBytes(file)) : "-";
    } catch (IOException e) {
      throw MatchError.asked("the bot " + file + " cannot be read: " + e.getMessage() + ".");
    }
  }
}
