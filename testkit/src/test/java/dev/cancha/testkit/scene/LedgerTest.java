package dev.cancha.testkit.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.server.journal.Journal;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.SessionId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final JsonType<RoomInput> INPUT = JsonType.of(RoomInput.class);
  private static final RoomInput.Single ACT = new RoomInput.Act(7, new SessionId("s"), 1,
      Json.ofChecked("{\"number\":3}"), 4L);
  private static final RoomInput.Single LOST = new RoomInput.Lost(8, new SessionId("s"));

  private final List<String> told = new ArrayList<>();
  private final List<Journal.Receipt> behind = new ArrayList<>();
  private final Ledger ledger = new Ledger(room -> new Journal.Log() {
    @Override
    public void append(Journal.Entry entry, Journal.Receipt receipt) {
      told.add("kept " + entry.position());
      behind.add(receipt);
    }

    @Override
    public void close() {
      told.add("closed");
    }
  });
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
    ledger.add(new Ledger.Witness() {
      @Override
      public void applied(String room, long position, RoomInput input, byte[] patch) {
        told.add(room + " " + position + " " + input + " " + new String(patch, StandardCharsets.UTF_8));
      }

      @Override
      public void ended(String room) {
        told.add(room + " ended");
      }
    });
  }

  private static Journal.Entry entry(RoomInput input) {
    return new Journal.Entry(1, () -> INPUT.write(input).utf8(), "{}".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void tellsWhatARoomDidAndThenKeepsItWhereItWouldHaveBeenKept() {
    Journal.Log log = ledger.open("r");
    log.append(entry(ACT), receipt);
    assertThat(told).containsExactly("r 1 " + ACT + " {}", "kept 1");
    assertThat(behind).containsExactly(receipt);
    log.close();
    assertThat(told).endsWith("r ended", "closed");
  }

  @Test
  void tellsATickWithAllThatItCarries() {
    RoomInput tick = new RoomInput.Tick(50, List.of(ACT, LOST));
    ledger.open("r").append(entry(tick), receipt);
    assertThat(told).first().isEqualTo("r 1 " + tick + " {}");
  }

  @Test
  void takesTicksApartAndOtherInputsAsTheyAre() {
    assertThat(Ledger.singles(ACT)).containsExactly(ACT);
    assertThat(Ledger.singles(new RoomInput.Tick(50, List.of(ACT, LOST)))).containsExactly(ACT, LOST);
    assertThat(Ledger.singles(new RoomInput.Tick(50, List.of()))).isEmpty();
  }
}
