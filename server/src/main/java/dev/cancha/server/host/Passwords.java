package dev.cancha.server.host;

import dev.cancha.server.room.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes the passwords of rooms with PBKDF2 and HMAC-SHA-256 (RFC 8018), on an executor of its own, since that is
 * slow on purpose. Any thread may call; answers come back as the caller says.
 */
public final class Passwords {
  private static final int HASH_BITS = 256;

  private final Executor executor;
  private final Entropy entropy;
  private final int iterations;

  /** {@code iterations}: how often a password is hashed, at least 1,000. */
  public Passwords(Executor executor, Entropy entropy, int iterations) {
    this.executor = executor;
    this.entropy = entropy;
    this.iterations = iterations;
  }

  /** Who asks: answers come on {@code executor}, and {@code busy} is run there instead where too many wait already. */
  public record Caller(Executor executor, Runnable busy) {}

  /** Hashes {@code password}. */
  public void hash(String password, Caller caller, Consumer<PasswordHash> then) {
    byte[] salt = entropy.bytes(16);
    away(() -> {
      Base64.Encoder base64 = Base64.getEncoder();
      PasswordHash made = new PasswordHash(base64.encodeToString(salt),
          base64.encodeToString(pbkdf2(password, salt, iterations)), iterations);
      caller.executor().execute(() -> then.accept(made));
    }, caller);
  }

  /** Tells {@code then} whether {@code password} is the one behind {@code hash}. */
  public void verify(String password, PasswordHash hash, Caller caller, Consumer<Boolean> then) {
    away(() -> {
      byte[] made = pbkdf2(password, Base64.getDecoder().decode(hash.salt()), hash.iterations());
      boolean right = MessageDigest.isEqual(made, Base64.getDecoder().decode(hash.hash()));
      caller.executor().execute(() -> then.accept(right));
    }, caller);
  }

  private void away(Runnable work, Caller caller) {
    try {
      executor.execute(work);
    } catch (RejectedExecutionException e) {
      caller.executor().execute(caller.busy());
    }
  }

  private static byte[] pbkdf2(String password, byte[] salt, int iterations) {
    // the ISO view of UTF-8 bytes keeps every character, which PBEKeySpec's own reading does not promise
    char[] bytes = new String(password.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
        .toCharArray();
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(bytes, salt, iterations, HASH_BITS))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA256", e);
    }
  }
}
