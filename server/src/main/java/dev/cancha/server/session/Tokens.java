package dev.cancha.server.session;

import dev.cancha.server.room.SessionId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs session ids, so that a token can be told from a guess without being looked up. A token is the base64url of
 * the id's 16 bytes and the first 16 of their HMAC-SHA-256 (RFC 2104), 43 characters. Immutable.
 */
public final class Tokens {
  private static final int ID_BYTES = 16;
  private static final int MAC_BYTES = 16;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final SecretKeySpec key;

  /** {@code key}: at least 32 random bytes that nobody else has. */
  public Tokens(byte[] key) {
    if (key.length < 32) {
      throw new IllegalArgumentException("the token key has " + key.length + " bytes, but needs at least 32");
    }
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  public String token(SessionId session) {
    byte[] id = Base64.getUrlDecoder().decode(session.text());
    byte[] token = Arrays.copyOf(id, ID_BYTES + MAC_BYTES);
    System.arraycopy(mac("session", id), 0, token, ID_BYTES, MAC_BYTES);
    return ENCODER.encodeToString(token);
  }

  /** The session that {@code token} names, or null where it was not signed with this key. */
  public @Nullable SessionId session(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
    if (bytes.length != ID_BYTES + MAC_BYTES) {
      return null;
    }
    byte[] id = Arrays.copyOf(bytes, ID_BYTES);
    byte[] mac = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
    return MessageDigest.isEqual(mac, Arrays.copyOf(mac("session", id), MAC_BYTES))
        ? new SessionId(ENCODER.encodeToString(id))
        : null;
  }

  /** The player's id: everyone may see it, and it leads back to the session for nobody without the key. */
  public String player(SessionId session) {
    byte[] mac = mac("player", Base64.getUrlDecoder().decode(session.text()));
    return "p" + HexFormat.of().formatHex(mac, 0, 8);
  }

  private byte[] mac(String purpose, byte[] id) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(id);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
