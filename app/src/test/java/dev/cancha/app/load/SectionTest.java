package dev.cancha.app.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class SectionTest {
  private static final Section SECTION = new Section("load-turns");
  private static final String EMPTY = "<!-- load-turns -->\n<!-- /load-turns -->";

  @Test
  void whatStandsBetweenTheMarksIsReplacedAndNothingElse() {
    String page = "# Performance\n<!-- start-up -->\nfast\n<!-- /start-up -->\n\n" + EMPTY + "\n\nThe end";
    String written = SECTION.replacedIn(page, "new\n");
    assertThat(written).isEqualTo("# Performance\n<!-- start-up -->\nfast\n<!-- /start-up -->\n\n"
        + "<!-- load-turns -->\nnew\n<!-- /load-turns -->\n\nThe end");
    assertThat(SECTION.replacedIn(written, "")).isEqualTo(page);
  }

  @Test
  void aSectionThatIsNotThereYetComesLast() {
    String section = "<!-- load-turns -->\nnew\n<!-- /load-turns -->\n";
    assertThat(SECTION.replacedIn("", "new\n")).isEqualTo(section);
    assertThat(SECTION.replacedIn("# Page", "new\n")).isEqualTo("# Page\n\n" + section);
    assertThat(SECTION.replacedIn("# Page\n", "new\n")).isEqualTo("# Page\n\n" + section);
    assertThat(SECTION.replacedIn("# Page\n\n", "new\n")).isEqualTo("# Page\n\n" + section);
  }

  @Test
  void aMarkWithoutItsCounterpartIsLeftToPeople() {
    assertThatExceptionOfType(LoadError.class)
        .isThrownBy(() -> SECTION.replacedIn("text <!-- load-turns --> text", "new\n"))
        .withMessage("The page has <!-- load-turns --> without its counterpart: mend it by hand.");
    assertThatExceptionOfType(LoadError.class)
        .isThrownBy(() -> SECTION.replacedIn("text <!-- /load-turns --> text", "new\n"))
        .withMessage("The page has <!-- /load-turns --> without its counterpart: mend it by hand.");
  }
}
