package dev.cancha.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The draws of a match, which a replay must find again after years: held against the text of the design. */
class MatchChanceTest {
  private static final String HEX = "00112233445566778899aabbccddeeff";

  /** Draw {@code counter} of the input at {@code position}, before it is brought below a bound. */
  private static BigInteger draw(long position, long counter) throws NoSuchAlgorithmException {
    String block = HEX + "%016x".formatted(position) + "%016x".formatted(counter);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(block));
    return new BigInteger(1, Arrays.copyOf(hash, 8)).shiftRight(1);
  }

  private static MatchChance chance(long position) {
    return new MatchChance(new Seed(HEX), new MatchChance.Place(0, position));
  }

  @Test
  void aDrawIsTheHashOfSeedPositionAndCounter() throws NoSuchAlgorithmException {
    MatchChance chance = chance(42);
    for (int counter = 0; counter < 200; counter++) {
      int bound = 1 + counter * 7_919;
      assertThat(chance.below(bound)).as("draw " + counter)
          .isEqualTo(draw(42, counter).mod(BigInteger.valueOf(bound)).intValueExact());
    }
  }

  @Test
  void anotherPositionHasOtherDraws() {
    assertThat(chance(1).below(Integer.MAX_VALUE))
        .isNotEqualTo(chance(2).below(Integer.MAX_VALUE));
  }

  @Test
  void anotherEraHasOtherDrawsWhichTellItToo() throws NoSuchAlgorithmException {
    MatchChance later = new MatchChance(new Seed(HEX), new MatchChance.Place(355, 42));

    byte[] block = HexFormat.of()
        .parseHex(HEX + "%016x".formatted(42) + "%016x".formatted(0) + "%016x".formatted(355));
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(block);
    BigInteger draw = new BigInteger(1, Arrays.copyOf(hash, 8)).shiftRight(1);
    assertThat(later.below(1_000_003)).isEqualTo(draw.mod(BigInteger.valueOf(1_000_003)).intValueExact());
  }

  @Test
  void everyFaceOfADieComesAboutEquallyOften() {
    int[] faces = new int[6];
    MatchChance chance = chance(7);
    for (int i = 0; i < 12_000; i++) {
      faces[chance.below(6)]++;
    }
    for (int count : faces) {
      assertThat(count).as("of 12,000 throws, 2,000 expected, deviation 41").isBetween(1_790, 2_210);
    }
  }

  @Test
  void nothingIsBelowZero() {
    MatchChance chance = chance(1);

    assertThatThrownBy(() -> chance.below(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> chance.below(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(chance.below(1)).isZero();
  }

  @Test
  void theHashOfASeedIsTheSha256OfItsBytes() throws NoSuchAlgorithmException {
    byte[] bytes = HexFormat.of().parseHex(HEX);

    assertThat(new Seed(HEX).bytes()).isEqualTo(bytes);
    assertThat(new Seed(HEX).hash())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
        .isNotEqualTo(HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(HEX.getBytes(StandardCharsets.US_ASCII))));
  }

  @Test
  void aSessionsIdIsNotToldByItsText() {
    assertThat(new SessionId("AbCdEfGhIjKlMnOpQrStUv").toString()).isEqualTo("AbCdEf…");
  }
}
