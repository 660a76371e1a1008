package dev.cancha.common.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
  @Test
  void everyCodePointIsValidAndNoneIsWithoutItsLastByte() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
        byte[] bytes = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
        boolean whole = Utf8.valid(bytes, 0, bytes.length);
        boolean cut = Utf8.valid(bytes, 0, bytes.length - 1);
        // Asserted on failure alone: a million assertions cost more than the million checks.
        if (!whole || cut != (bytes.length == 1)) {
          fail("U+%X is judged wrongly", codePoint);
        }
      }
    }
  }

  @Test
  void everySequenceOfTwoAndThreeBytesIsJudgedAsTheJdkJudgesIt() {
    byte[] bytes = new byte[3];
    for (int sequence = 0; sequence < 1 << 24; sequence += 61) {
      bytes[0] = (byte) (sequence >> 16);
      bytes[1] = (byte) (sequence >> 8);
      bytes[2] = (byte) sequence;
      assertJudgedAsByTheJdk(bytes);
    }
  }

  @Test
  void aBadByteIsFoundWhereverItStands() {
    byte[] text = "x".repeat(40).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < text.length; i++) {
      byte[] broken = text.clone();
      broken[i] = (byte) 0x80;
      assertThat(Utf8.valid(broken, 0, broken.length)).isFalse();
      assertThat(Utf8.valid(broken, 0, i) && Utf8.valid(broken, i + 1, broken.length)).isTrue();
    }
  }

  @Test
  void randomBytesAreJudgedAsTheJdkJudgesThem() {
    Random random = new Random(42);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[4 + random.nextInt(8)];
      random.nextBytes(bytes);
      bytes[0] = (byte) (0xF0 | random.nextInt(6));
      for (int i = 1; i < 4; i++) {
        bytes[i] = (byte) (0x80 | (bytes[i] & 0x3F));
      }
      assertJudgedAsByTheJdk(bytes);
      assertJudgedAsByTheJdk(Arrays.copyOf(bytes, 4));
    }
  }

  private static void assertJudgedAsByTheJdk(byte[] bytes) {
    boolean expected;
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      expected = true;
    } catch (CharacterCodingException e) {
      expected = false;
    }
    if (Utf8.valid(bytes, 0, bytes.length) != expected) {
      fail("%s is judged wrongly", HexFormat.of().formatHex(bytes));
    }
  }
}
