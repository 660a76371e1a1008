package dev.cancha.server.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.journal.Unusable;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackTest {
  /** These bytes are in people's files: a change of them is a new kind. */
  @Test
  void itIsSpansLengthsChecksumsAndInputs() {
    Pack pack = new Pack(7);
    pack.add(1, new byte[] {0x61, 0x62}, 0x01020304);
    pack.add(300, new byte[0], -1);
    assertThat(hex(pack.toBytes())).isEqualTo("01" + "02" + "01020304" + "6162" + "ac02" + "00" + "ffffffff");
    assertThat(pack.first()).isEqualTo(7);
    assertThat(pack.next()).isEqualTo(308);
  }

  @Test
  void whatIsWrittenIsRead() {
    Pack pack = new Pack(1);
    byte[] large = new byte[70_000];
    Arrays.fill(large, (byte) 9);
    pack.add(Integer.MAX_VALUE, large, 5);
    pack.add(1, new byte[] {1}, 6);
    List<StoredEntry> entries = Pack.read(Pack.PLAIN, 1, pack.toBytes());
    assertThat(entries).extracting(StoredEntry::position).containsExactly(1L, 1L + Integer.MAX_VALUE);
    assertThat(entries).extracting(StoredEntry::patchCrc).containsExactly(5, 6);
    assertThat(entries.get(0).input()).isEqualTo(large);
    assertThat(entries.get(1).input()).containsExactly(1);
  }

  @Test
  void anotherKindIsOfANewerVersion() {
    assertThatThrownBy(() -> Pack.read(2, 1, new byte[0])).isInstanceOf(Unusable.class)
        .hasMessage("Entries of kind 2 are from a newer version.");
  }

  @Test
  void damagedOnesAreToldAndNeverReadPastTheirEnd() {
    Pack pack = new Pack(1);
    pack.add(1, new byte[] {1, 2, 3}, 4);
    byte[] whole = pack.toBytes();
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Pack.read(Pack.PLAIN, 1, cut)).as("cut at " + length)
          .isInstanceOf(Unusable.class);
    }
    for (String damaged : List.of("00" + "00" + "00000000", "01" + "ffffffff0f" + "00000000",
        "ffffffffffff01",
        "01" + "ffffffff07" + "00000000")) {
      assertThatThrownBy(() -> Pack.read(Pack.PLAIN, 1, HexFormat.of().parseHex(damaged))).as(damaged)
          .isInstanceOf(Unusable.class);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
