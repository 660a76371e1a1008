package dev.cancha.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SeqsTest {
  @Test
  void whoHasNotActedHasNone() {
    assertThat(Seqs.NONE.of(new SessionId("ana"))).isZero();
    assertThat(Seqs.NONE.with(new SessionId("ana"), 3).of(new SessionId("beto"))).isZero();
  }

  @Test
  void anEqualSessionIsTheSame() {
    Seqs seqs = Seqs.NONE.with(new SessionId("ana"), 3).with(new SessionId("ana"), 4);
    assertThat(seqs.of(new SessionId("ana"))).isEqualTo(4);
    assertThat(seqs).isEqualTo(Seqs.NONE.with(new SessionId("ana"), 4))
        .hasSameHashCodeAs(Seqs.NONE.with(new SessionId("ana"), 4))
        .isNotEqualTo(Seqs.NONE.with(new SessionId("ana"), 5));
  }

  @Test
  void whatIsChangedIsAnother() {
    Seqs before = Seqs.NONE.with(new SessionId("ana"), 3);
    before.with(new SessionId("ana"), 4);
    before.with(new SessionId("beto"), 1);
    assertThat(before).isEqualTo(Seqs.NONE.with(new SessionId("ana"), 3));
  }

  @Test
  void itIsAMapOfManySessionsWhateverTheirOrder() {
    Random random = new Random(7);
    TreeMap<SessionId, Long> map = new TreeMap<>();
    Seqs seqs = Seqs.NONE;
    for (long seq = 1; seq <= 500; seq++) {
      SessionId session = new SessionId("s" + random.nextInt(60));
      map.put(session, seq);
      seqs = seqs.with(session, seq);
      assertThat(seqs.toMap()).isEqualTo(map);
      assertThat(seqs.of(new SessionId(session.text()))).isEqualTo(seq);
    }
    assertThat(Seqs.of(map)).isEqualTo(seqs);
  }
}
