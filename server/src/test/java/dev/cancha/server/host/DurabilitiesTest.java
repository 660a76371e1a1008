package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.server.games.Race;
import dev.cancha.server.limits.OutOfBounds;
import java.util.List;
import org.junit.jupiter.api.Test;

class DurabilitiesTest {
  @Test
  void gamesThatTickDoNotWaitForTheDiskAndOthersDo() {
    Durabilities standard = Durabilities.standard();
    assertThat(standard.of(new ConnectFour().info())).isEqualTo(Durability.DURABLE);
    assertThat(standard.of(new Race().info())).isEqualTo(Durability.RELAXED);
  }

  @Test
  void aGameMayBeAnExceptionAndTheLastOneCounts() {
    Durabilities own = new Durabilities("relaxed", "off",
        List.of("race=durable", "dudo=durable", "dudo=off"));
    assertThat(own.of(new ConnectFour().info())).isEqualTo(Durability.RELAXED);
    assertThat(own.of(new Race().info())).isEqualTo(Durability.DURABLE);
    assertThat(own.of(new Dudo().info())).isEqualTo(Durability.OFF);
  }

  @Test
  void otherWordsAreRefusedInASentence() {
    assertThatThrownBy(() -> new Durabilities("safe", "relaxed", List.of())).isInstanceOf(OutOfBounds.class)
        .hasMessage("turnBased is safe, but must be durable, relaxed or off");
    assertThatThrownBy(() -> new Durabilities("durable", "", List.of())).isInstanceOf(OutOfBounds.class);
    assertThatThrownBy(() -> new Durabilities("durable", "off", List.of("snake")))
        .isInstanceOf(OutOfBounds.class)
        .hasMessageContaining("snake=off");
  }
}
