package dev.cancha.app.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KindsTest {
  private enum Colour {
    RED, DARK_BLUE
  }

  private sealed interface Act {
    record Pass() implements Act {}

    record Paint(Colour colour) implements Act {}

    record Move(int from, Colour colour) implements Act {}
  }

  private record View(int round, boolean special, Colour phase) {}

  @Test
  void actsAreToldByTheirNamesAndByAChoiceThatIsAllTheyAre() {
    Kinds kinds = Kinds.of(Act.class);
    assertThat(kinds.declared()).containsExactly("move", "paint darkBlue", "paint red", "pass");
    assertThat(kinds.of(new Act.Paint(Colour.DARK_BLUE))).isEqualTo("paint darkBlue");
    assertThat(kinds.of(new Act.Move(1, Colour.RED))).isEqualTo("move");
    assertThat(kinds.of(new Act.Pass())).isEqualTo("pass");
    assertThat(kinds.names()).containsExactly("move", "paint", "pass");
  }

  @Test
  void whereThereAreNoneThereIsNothing() {
    assertThat(Kinds.of(null).declared()).isEmpty();
  }

  @Test
  void aViewIsToldByWhatIsOneOfAFew() {
    Kinds.Faces faces = Kinds.Faces.of(View.class);
    assertThat(faces.declared()).containsExactly("phase darkBlue", "phase red", "special false",
        "special true");
    assertThat(faces.of(new View(3, true, Colour.RED))).containsExactly("special true", "phase red");
  }
}
