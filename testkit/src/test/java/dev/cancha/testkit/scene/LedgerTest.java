package dev.cancha.testkit.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal;
import dev.cancha.server.journal.Matches;
import dev.cancha.server.journal.VolatileJournal;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.SessionId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final JsonType<RoomInput> INPUT = JsonType.of(RoomInput.class);
  private static final RoomInput.Single ACT = new RoomInput.Act(7, new SessionId("s"), 1,
      Json.ofChecked("{\"number\":3}"), 4L);
  private static final RoomInput.Single LOST = new RoomInput.Lost(8, new SessionId("s"));

  private final List<String> told = new ArrayList<>();
  private final List<Journal.Receipt> behind = new ArrayList<>();
  private final Ledger witnesses = new Ledger();
  private final Journal ledger = witnesses.before(new Kept());
  private final Journal.Receipt receipt = new Journal.Receipt() {
    @Override
    public void durable() {
      told.add("durable");
    }

    @Override
    public void failed(Throwable cause) {
      told.add("failed");
    }
  };

  LedgerTest() {
    witnesses.add(new Ledger.Witness() {
      @Override
      public void applied(String room, long position, RoomInput input, byte[] patch) {
        told.add(room + " " + position + " " + input + " " + new String(patch, StandardCharsets.UTF_8));
      }

      @Override
      public void stored(String room, long position) {
        told.add(room + " " + position + " is stored");
      }

      @Override
      public void lost(String room, long position) {
        told.add(room + " goes back to before " + position);
      }

      @Override
      public void ended(String room) {
        told.add(room + " ended");
      }
    });
  }

  private static Journal.Opening opening() {
    return new Journal.Opening("numbers", "1", 0, new byte[0]);
  }

  private static Journal.Entry entry(RoomInput input) {
    return entry(1, input);
  }

  private static Journal.Entry entry(long position, RoomInput input) {
    return new Journal.Entry(position, () -> INPUT.write(input).utf8(),
        "{}".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void tellsWhatARoomDidAndThenKeepsItWhereItWouldHaveBeenKept() {
    Journal.Log log = ledger.create("r", LedgerTest::opening);
    log.append(entry(ACT), receipt);
    assertThat(told).containsExactly("r 1 " + ACT + " {}", "kept 1");
    behind.getFirst().durable();
    assertThat(told).endsWith("durable");
    log.close();
    assertThat(told).endsWith("r ended", "closed");
  }

  @Test
  void tellsATickWithAllThatItCarries() {
    RoomInput tick = new RoomInput.Tick(50, List.of(ACT, LOST));
    ledger.create("r", LedgerTest::opening).append(entry(tick), receipt);
    assertThat(told).first().isEqualTo("r 1 " + tick + " {}");
  }

  @Test
  void whatCouldNotBeStoredIsLostAndWhatWasDecidedOnItIsNotTold() {
    Journal.Log log = ledger.create("r", LedgerTest::opening);
    log.append(entry(1, ACT), receipt);
    behind.getFirst().durable();
    log.append(entry(2, ACT), receipt);
    log.append(entry(3, ACT), receipt);
    told.clear();
    behind.get(1).failed(new IllegalStateException("the disk is full"));
    log.append(entry(4, ACT), receipt);
    behind.get(2).failed(new IllegalStateException("the disk is full"));
    log.append(entry(2, LOST), receipt);
    assertThat(told).containsExactly("r goes back to before 2", "failed", "kept 4", "failed",
        "r 2 " + LOST + " {}", "kept 2");
  }

  @Test
  void takesTicksApartAndOtherInputsAsTheyAre() {
    assertThat(Ledger.singles(ACT)).containsExactly(ACT);
    assertThat(Ledger.singles(new RoomInput.Tick(50, List.of(ACT, LOST)))).containsExactly(ACT, LOST);
    assertThat(Ledger.singles(new RoomInput.Tick(50, List.of()))).isEmpty();
  }

  @Test
  void theInputThatEndsAMatchIsToldLikeAnyOther() {
    ledger.create("r", LedgerTest::opening).finish(entry(ACT), () -> {
      throw new AssertionError("asked for what only the writer makes");
    }, receipt);
    assertThat(told).containsExactly("r 1 " + ACT + " {}", "kept 1 as the last");
  }

  @Test
  void whatIsNoInputOfARoomGoesToTheJournalUntold() {
    Journal.Log log = ledger.create("r", LedgerTest::opening);
    log.snapshot(1, 0, () -> new Journal.State(new byte[0], "hash"));
    log.setAside("broken");
    assertThat(told).containsExactly("snapshot at 1", "set aside: broken");
  }

  /** The journal behind. */
  private final class Kept implements Journal, Journal.Log {
    private final Journal nothing = new VolatileJournal();

    @Override
    public Log create(String room, Supplier<Opening> opening) {
      return this;
    }

    @Override
    public long epoch() {
      return 1;
    }

    @Override
    public void append(Entry entry, Receipt given) {
      told.add("kept " + entry.position());
      behind.add(given);
    }

    @Override
    public void finish(Entry last, Supplier<FinishedMatch> match, Receipt given) {
      told.add("kept " + last.position() + " as the last");
      behind.add(given);
    }

    @Override
    public void snapshot(long position, long base, Supplier<State> state) {
      told.add("snapshot at " + position);
    }

    @Override
    public void setAside(String reason) {
      told.add("set aside: " + reason);
    }

    @Override
    public void close() {
      told.add("closed");
    }

    @Override
    public CompletionStage<List<String>> rooms() {
      return nothing.rooms();
    }

    @Override
    public CompletionStage<List<Recovered>> reopen(List<String> rooms, Depth depth) {
      return nothing.reopen(rooms, depth);
    }

    @Override
    public Matches matches() {
      return nothing.matches();
    }

    @Override
    public void prune(long endedBeforeMillis, int most) {
      nothing.prune(endedBeforeMillis, most);
    }

    @Override
    public int waiting() {
      return nothing.waiting();
    }
  }
}
