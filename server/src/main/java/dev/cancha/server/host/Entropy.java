package dev.cancha.server.host;

import java.util.Base64;
import java.util.HexFormat;

/** The source of tokens, seeds, ids and codes. Any thread may ask. */
@FunctionalInterface
public interface Entropy {
  /** Fills {@code bytes} with bits that nobody can guess. */
  void fill(byte[] bytes);

  /** 128 bits in base64url, 22 characters. */
  default String id() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(16));
  }

  /** 128 bits as 32 hex digits. */
  default String hex() {
    return HexFormat.of().formatHex(bytes(16));
  }

  default byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    fill(bytes);
    return bytes;
  }
}
