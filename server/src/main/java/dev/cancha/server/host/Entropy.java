package dev.cancha.server.host;

import java.util.Base64;
import java.util.HexFormat;

/** The source of tokens, seeds, ids and codes. Any thread may ask. */
@FunctionalInterface
public interface Entropy {
  /** Fills {@code bytes} with bits that nobody can guess. */
  void fill(byte[] bytes);

  /** 128 bits in base64url, 22 characters, of which the first is no dash: a command would take it for an option. */
  default String id() {
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(16));
    return id.startsWith("-") ? "_" + id.substring(1) : id;
  }

  /** 128 bits as 32 hex digits. */
  default String hex() {
    return HexFormat.of().formatHex(bytes(16));
  }

  /** What one match that may begin now is drawn: nobody can tell the seed from the id. */
  default Lot lot() {
    String seed = hex();
    return new Lot(seed, id());
  }

  /**
   * The seed and the id of one match.
   *
   * @param seed as {@link #hex} draws it
   * @param match as {@link #id} draws it
   */
  record Lot(String seed, String match) {}

  default byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    fill(bytes);
    return bytes;
  }
}
