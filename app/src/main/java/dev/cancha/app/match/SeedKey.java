package dev.cancha.app.match;

import dev.cancha.server.host.Entropy;
import dev.cancha.server.room.Seed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By it a league and the server that it has started for itself know the seed of a match from the match's id, and
 * nobody else does. So the league can follow with the rules what the server plays, and ask bots that need more than a
 * client is shown.
 *
 * @param hex 128 random bits as 32 hex digits
 */
public record SeedKey(String hex) {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SEED_BYTES = 16;

  public SeedKey {
    if (!hex.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("a key is 32 hex digits");
    }
  }

  /** The seed of {@code match}. */
  Seed seed(String match) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(hex), ALGORITHM));
      byte[] digest = mac.doFinal(match.getBytes(StandardCharsets.UTF_8));
      return new Seed(HexFormat.of().formatHex(digest, 0, SEED_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** {@code chance} for all else, and for seeds what follows from their matches' ids. */
  public Entropy entropy(Entropy chance) {
    return new Entropy() {
      @Override
      public void fill(byte[] bytes) {
        chance.fill(bytes);
      }

      @Override
      public Lot lot() {
        String match = id();
        return new Lot(seed(match).hex(), match);
      }
    };
  }
}
