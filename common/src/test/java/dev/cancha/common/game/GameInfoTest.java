package dev.cancha.common.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.json.EventType;
import dev.cancha.common.json.JsonType;
import org.junit.jupiter.api.Test;

class GameInfoTest {
  private record Take(int sticks) {}

  private record Heap(int sticks) {}

  private record Choice(boolean large) {}

  private record Secret(int number) {}

  private record Happened(int seat) {}

  private final GameInfo<Take> small = GameInfo.of("nim", Take.class, Heap.class);

  @Test
  void aSmallGameIsForTwoInTurnWithoutAnythingElse() {
    assertThat(small.title()).isEqualTo("nim");
    assertThat(small.help()).isEmpty();
    assertThat(small.seats()).isEqualTo(new GameInfo.Seats(2, 2));
    assertThat(small.tickRate()).isZero();
    assertThat(small.settings()).isEqualTo(GameInfo.Defaults.UNHURRIED);
    assertThat(small.types().me()).isNull();
    assertThat(small.types().event()).isNull();
    assertThat(JsonType.of(GameInfo.NoOptions.class).write(new GameInfo.NoOptions())).hasToString("{}");
  }

  @Test
  void eachMethodChangesWhatItNamesAndNothingElse() {
    GameInfo.Defaults clock = new GameInfo.Defaults(0, 60, 2, 30);
    GameInfo<Take> whole = small.title("Nim")
        .help("Take.")
        .seats(3, 5)
        .ticking(20)
        .settings(clock)
        .options(new Choice(true))
        .me(Secret.class)
        .events(Happened.class);

    assertThat(whole).isEqualTo(new GameInfo<>("nim", "Nim", "Take.", new GameInfo.Seats(3, 5), 20,
        new GameInfo.Types<>(Take.class, new Choice(true), Heap.class, Secret.class, Happened.class), clock));
  }

  @Test
  void aGameThatTicksHoldsASeatForAMinuteOnly() {
    assertThat(small.ticking(10).settings()).isEqualTo(GameInfo.Defaults.TICKING);
  }

  @Test
  void aGameWithoutEventsSaysThatNoValueIsOne() {
    EventType none = EventType.of(small.types().event());

    assertThat(none.schema()).asString().contains("\"not\":{}");
    assertThatThrownBy(() -> none.write(new Happened(0))).hasMessageContaining("a game without events");
  }

  @Test
  void whatCannotBePlayedIsRefusedAtOnce() {
    assertThatThrownBy(() -> small.seats(0, 2)).hasMessageContaining("seats 0 to 2");
    assertThatThrownBy(() -> small.ticking(61)).hasMessageContaining("tickRate 61");
    assertThatThrownBy(() -> GameInfo.of("Nim", Take.class, Heap.class)).hasMessageContaining("'Nim'");
  }
}
