package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EntropyTest {
  private static String id(int each) {
    Entropy entropy = bytes -> Arrays.fill(bytes, (byte) each);
    return entropy.id();
  }

  @Test
  void anIdIsWhatWasDrawnAndNeverLooksLikeAnOption() {
    for (int each = 0; each < 256; each++) {
      assertThat(id(each)).matches("[A-Za-z0-9_][A-Za-z0-9_-]{21}");
    }
    assertThat(id(0)).isEqualTo("AAAAAAAAAAAAAAAAAAAAAA");
    assertThat(id(0xFB)).startsWith("_").endsWith("-w");
  }
}
