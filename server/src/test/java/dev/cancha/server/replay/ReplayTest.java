package dev.cancha.server.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.games.connectfour.Drop;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.room.PasswordHash;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.SessionId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A replay is the match: all of it, nothing that is secret, and nothing in it can change unseen. */
class ReplayTest {
  @Test
  void everyReplayVerifiesAndAFlippedBitInAnyIsFoundAndNamed() {
    verified(50);
  }

  @Test
  @Tag("long")
  void aThousandMatchesVerifyAndAFlippedBitInAnyIsFoundAndNamed() {
    verified(1_000);
  }

  private static void verified(int matches) {
    SplittableRandom bits = new SplittableRandom(1);
    int replays = 0;
    for (long seed = 0; replays < matches; seed++) {
      PlayedRoom room = ReplaySamples.any(seed);
      for (FinishedMatch match : room.play(3)) {
        byte[] file = ReplaySamples.replay(room, match);
        assertThat(ReplaySamples.verdict(file)).as("match %s of seed %d", match.id(), seed).isNull();
        for (int i = 0; i < 12; i++) {
          flipped(file, bits.nextInt(file.length * 8));
        }
        replays++;
      }
    }
  }

  @Test
  void everySingleBitCounts() {
    PlayedRoom room = ReplaySamples.connectFour(4);
    byte[] file = room.play(6)
        .stream()
        .map(match -> ReplaySamples.replay(room, match))
        .min(Comparator.comparingInt(each -> each.length))
        .orElseThrow();
    for (int bit = 0; bit < file.length * 8; bit++) {
      flipped(file, bit);
    }
  }

  private static void flipped(byte[] file, int bit) {
    byte[] changed = file.clone();
    changed[bit / 8] ^= (byte) (1 << bit % 8);
    int line = 1;
    for (int i = 0; i < bit / 8; i++) {
      line += file[i] == '\n' ? 1 : 0;
    }
    assertThat(ReplaySamples.verdict(changed)).as("bit %d of %d bytes", bit, file.length)
        .isNotNull()
        .matches(".*line " + line + "[ ,].*|.*behind line " + line + ",.*");
  }

  @Test
  void aLineThatIsLostMovedOrAddedIsNamed() {
    PlayedRoom room = ReplaySamples.dudo(3);
    byte[] file = ReplaySamples.replay(room, room.play(1).getFirst());
    List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
    for (int i = 1; i < lines.size(); i++) {
      assertThat(ReplaySamples.verdict(joined(lines.subList(0, i)))).contains("line " + (i + 1));
    }
    List<String> swapped = new ArrayList<>(lines);
    swapped.set(2, lines.get(3));
    swapped.set(3, lines.get(2));
    assertThat(ReplaySamples.verdict(joined(swapped))).contains("line 3");
    List<String> longer = new ArrayList<>(lines);
    longer.add(lines.getLast());
    assertThat(ReplaySamples.verdict(joined(longer))).contains("does not end behind line " + lines.size());
    assertThatThrownBy(() -> Replay.read("no replay\n".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(NoReplay.class);
    assertThatThrownBy(() -> Replay.read(new byte[0])).isInstanceOf(NoReplay.class);
  }

  /** Whoever changes a line and sets all sums right is found by playing. */
  @Test
  void aChangeWithRightSumsIsFoundByPlaying() {
    PlayedRoom room = ReplaySamples.connectFour(4);
    FinishedMatch match = room.play(1).getFirst();
    String text = new String(ReplaySamples.replay(room, match), StandardCharsets.UTF_8);
    assertThat(ReplaySamples.verdict(ReplaySamples.sealed(text))).isNull();

    assertThat(
        ReplaySamples.verdict(ReplaySamples.sealed(text.replaceFirst("\"column\":[0-6]", "\"column\":7"))))
        .contains("took effect, but is refused now")
        .contains("column");
    assertThat(
        ReplaySamples
            .verdict(ReplaySamples.sealed(text.replaceFirst("\"crc\":\"[0-9a-f]{8}", "\"crc\":\"00000001"))))
        .startsWith("line 2, the step at position " + match.inputs().first() + " (room time ")
        .contains("had the CRC-32C 00000001, and has ");
    assertThat(
        ReplaySamples.verdict(ReplaySamples.sealed(text.replace(match.outcome().hash(), "0".repeat(64)))))
        .contains("hash at the end was 000");
    assertThat(ReplaySamples
        .verdict(ReplaySamples.sealed(text.replaceFirst("\"seedHash\":\"...", "\"seedHash\":\"abc"))))
        .contains("the seed's hash that was shown");
    assertThat(
        ReplaySamples.verdict(ReplaySamples.sealed(text.replaceFirst("\"name\":\"[A-Z]", "\"name\":\"X"))))
        .contains("players");
    assertThat(ReplaySamples.verdict(ReplaySamples.sealed(text.replaceFirst("\"reason\":\"", "$0x"))))
        .contains("result");
    assertThat(
        ReplaySamples.verdict(ReplaySamples.sealed(text.replaceFirst("\"started\":1", "\"started\":2"))))
        .contains("time of the start");
  }

  @Test
  void otherRulesAreToldAtTheFirstStepThatDiffers() {
    PlayedRoom room = ReplaySamples.connectFour(6);
    byte[] file = ReplaySamples.replay(room, room.play(1).getFirst());

    assertThat(ReplaySamples.verdict(file,
        List.of(new OddConnectFour("1", drop -> new Drop((drop.column() + 1) % 7)))))
        .contains("line 3, the step at position ")
        .contains("\"act\"")
        .contains("its patch had the CRC-32C ");
    assertThatThrownBy(() -> ReplaySamples.verdict(file, List.of())).hasRootCauseInstanceOf(NoReplay.class);
  }

  @Test
  void nothingSecretOfTheRoomIsInAReplay() {
    for (long seed = 0; seed < 30; seed++) {
      PlayedRoom room = ReplaySamples.any(seed);
      for (FinishedMatch match : room.play(3)) {
        String text = new String(ReplaySamples.replay(room, match), StandardCharsets.UTF_8);
        assertThat(text).contains(match.seed())
            .doesNotContain("session-of", "KX3F", "NEWC", "aGFzaA", "bmV3");
        if (!text.contains("\"phase\":\"playing\"")) {
          for (FinishedMatch other : room.all()) {
            assertThat(other.id().equals(match.id())
                || !text.lines().skip(2).anyMatch(line -> line.contains(other.seed())))
                .as("seed of another match behind the start")
                .isTrue();
          }
        }
      }
    }
  }

  /** All of it in one tick: the end, new settings with a new code and password, and the start of the next match. */
  @Test
  void whatFollowsTheEndInItsTickIsInNoReplayButTheNext() {
    PlayedRoom room = ReplaySamples.race(2);
    SessionId ana = new SessionId("session-of-ana");
    SessionId beto = new SessionId("session-of-beto");
    room.give(new RoomInput.Enter(0, new RoomInput.Arrival(ana, "p1", "Ana"), 0, false));
    room.give(new RoomInput.Enter(0, new RoomInput.Arrival(beto, "p2", "Beto"), 1, false));
    room.give(new RoomInput.Ready(0, ana, true, false, room.draw()));
    room.give(new RoomInput.Ready(0, beto, true, false, room.draw()));
    RoomInput.Changes changes = new RoomInput.Changes(null, null, null, Visibility.PUBLIC, false,
        new PasswordHash("bmV3", "bmV3", 1_000));
    RoomInput.Draw next = room.draw();
    long at = room.room.nextTick(room.state).orElseThrow();
    room.give(new RoomInput.Tick(at, List.of(new RoomInput.Resign(at, ana),
        new RoomInput.Configure(at, ana, changes, "NEWC2345"),
        new RoomInput.Ready(at, ana, true, true, room.draw()),
        new RoomInput.Ready(at, beto, true, true, next))));
    FinishedMatch first = room.all().getFirst();
    assertThat(room.state.matchId()).as("the next match runs").isEqualTo(next.match());
    String text = new String(ReplaySamples.replay(room, first), StandardCharsets.UTF_8);
    assertThat(text).doesNotContain(next.seed().hex(), "NEWC", "bmV3", "session-of");
    assertThat(text.lines().skip(2).findFirst()).hasValueSatisfying(
        line -> assertThat(line).contains("resign").doesNotContain("configure", "ready", "crc"));
    assertThat(ReplaySamples.verdict(text.getBytes(StandardCharsets.UTF_8))).isNull();

    at = room.room.nextTick(room.state).orElseThrow();
    room.give(new RoomInput.Tick(at, List.of(new RoomInput.Resign(at, beto))));
    byte[] second = ReplaySamples.replay(room, room.all().getLast());
    assertThat(new String(second, StandardCharsets.UTF_8)).contains(next.seed().hex())
        .doesNotContain("NEWC", "bmV3", "session-of");
    assertThat(ReplaySamples.verdict(second)).isNull();
  }

  @Test
  void aReplayThatIsMadeAgainIsTheSame() {
    PlayedRoom room = ReplaySamples.race(5);
    FinishedMatch match = room.play(2).getLast();

    assertThat(ReplaySamples.replay(room, match)).isEqualTo(ReplaySamples.replay(room, match));
  }

  private static byte[] joined(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
