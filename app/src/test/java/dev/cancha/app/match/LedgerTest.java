package dev.cancha.app.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.message.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final Arguments ARGUMENTS = arguments(7);

  @TempDir
  Path folder;

  private static Arguments arguments(long seed) {
    return new Arguments("connectFour", "1", List.of("a", "b"), List.of("random", "random"), seed, 2, 10,
        true, "10 s", "10 s",
        100, false, "");
  }

  private static Entry entry(int number) {
    Seen seen = Seen.nothing();
    Seen.count(seen.acts(), "drop");
    return new Entry(
        new Played(number, number / 2, List.of(0, 1), "00".repeat(16), List.of(1, 2), "fourInLine", 9, 0, 0,
            List.of(new Fault(1, FaultKind.CRASH, 3, "ended"))),
        seen, 123, "id" + number,
        List.of(Move.act(0, Json.ofChecked("{\"column\":3}")), Move.resignation(1)));
  }

  private Ledger open() {
    return Ledger.open(folder, ARGUMENTS, false);
  }

  private static List<Entry> read(Ledger ledger) {
    List<Entry> entries = new ArrayList<>();
    ledger.read(entries::add);
    return entries;
  }

  private void begun(int matches) {
    try (Ledger ledger = open()) {
      assertThat(read(ledger)).isEmpty();
      for (int number = 1; number <= matches; number++) {
        ledger.append(entry(number));
      }
    }
  }

  @Test
  void whatWasAppendedIsReadAgain() {
    begun(2);
    try (Ledger ledger = open()) {
      assertThat(read(ledger)).isEqualTo(List.of(entry(1), entry(2)));
    }
  }

  @Test
  void aLineThatWasNotWrittenWholeIsCutOffAndTheNextOneStandsInItsPlace() throws IOException {
    begun(2);
    Path matches = folder.resolve("matches.jsonl");
    byte[] whole = Files.readAllBytes(matches);
    Files.write(matches, java.util.Arrays.copyOf(whole, whole.length - 9));
    try (Ledger ledger = open()) {
      assertThat(read(ledger)).isEqualTo(List.of(entry(1)));
      ledger.append(entry(2));
    }
    assertThat(Files.readAllBytes(matches)).isEqualTo(whole);
  }

  @Test
  void aLineThatIsDamagedIsNamed() throws IOException {
    begun(1);
    Files.writeString(folder.resolve("matches.jsonl"), "{\"played\":17}\n", StandardOpenOption.APPEND);
    try (Ledger ledger = open()) {
      assertThatThrownBy(() -> read(ledger)).isInstanceOf(MatchError.class)
          .hasMessageContaining("line 2 of")
          .hasMessageContaining("is damaged");
    }
  }

  @Test
  void anotherLeagueIsNotMixedWithIt() {
    begun(1);
    assertThatThrownBy(() -> Ledger.open(folder, arguments(8), false)).isInstanceOf(MatchError.class)
        .hasMessageContaining("--seed was 7 there, and is 8 now")
        .hasMessageContaining("--fresh");
  }

  @Test
  void freshForgetsWhatWasThere() {
    begun(3);
    Replays.write(folder, 1, new byte[] {1});
    try (Ledger ledger = Ledger.open(folder, arguments(8), true)) {
      assertThat(read(ledger)).isEmpty();
    }
    assertThat(Replays.file(folder, 1)).doesNotExist();
  }

  @Test
  void twoDoNotPlayTheSameLeagueAtOnce() {
    try (Ledger first = open()) {
      assertThat(read(first)).isEmpty();
      assertThatThrownBy(this::open).isInstanceOf(MatchError.class)
          .hasMessageContaining("being played by another");
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> Ledger.open(file, ARGUMENTS, false)).isInstanceOf(MatchError.class)
        .hasMessageContaining("--dir " + file + " cannot be written");
  }
}
