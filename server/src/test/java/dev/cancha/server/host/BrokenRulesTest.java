package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Settings;
import dev.cancha.server.room.Pool;
import dev.cancha.server.room.RoomInput;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A game whose rules break ends its own room, and no other. */
class BrokenRulesTest {
  private Stage stage = new Stage(new Pool());

  @BeforeEach
  void theLogIsNotFilledWithWhatIsMeant() {
    Stage.logged(false);
  }

  @AfterEach
  void everyRequestIsAnsweredOnce() {
    Stage.logged(true);
    stage.settled();
  }

  @ParameterizedTest
  @EnumSource
  void theRoomEndsWithInternalAndEveryoneIsOut(Pool.How how) {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    Guest caro = stage.watches("Caro");
    ana.ask(new ClientMessage.Start(1));
    stage.quiet();

    ana.act(1, "{\"fail\":\"" + how.name().toLowerCase(Locale.ROOT) + "\"}");

    assertThat(ana.heard()).containsExactly("refused act 1 INTERNAL", "left CLOSED");
    assertThat(beto.heard()).containsExactly("broken", "left CLOSED");
    assertThat(caro.heard()).containsExactly("broken", "left CLOSED");
    assertThat(stage.places.values()).containsOnly("CLOSED");
    assertThat(stage.lobby).endsWith("release CODE1", "closed");
    assertThat(stage.journal.closed).isTrue();
    assertThat(stage.journal.inputs).as("an input that breaks the rules is not stored, but that it did")
        .hasSize(5)
        .last()
        .isInstanceOf(RoomInput.Aborted.class);
    assertThat(stage.journal.finished).as("the match is kept")
        .singleElement()
        .satisfies(match -> assertThat(match.outcome().result()).contains("\"reason\":\"aborted\""));
  }

  @Test
  void afterTheEndTheRoomAnswersThatItIsGone() {
    Guest ana = stage.enters("Ana");
    stage.enters("Beto");
    ana.ask(new ClientMessage.Start(1));
    ana.act(1, "{\"fail\":\"exception\"}");
    stage.quiet();

    ana.ask(new ClientMessage.Sync(2));
    Guest again = stage.guest("Ana").attach();
    Guest dani = stage.guest("Dani").enter();

    assertThat(ana.heard()).containsExactly("refused 2 NOT_IN_ROOM");
    assertThat(again.heard()).containsExactly("not here");
    assertThat(dani.heard()).containsExactly("refused 1 NO_SUCH_ROOM");
  }

  @Test
  void whatWasDecidedBeforeIsShownFirst() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    ana.ask(new ClientMessage.Start(1));
    stage.quiet();
    stage.late();
    beto.act(1, "{\"take\":1}");
    ana.act(1, "{\"fail\":\"exception\"}");
    beto.act(2, "{\"take\":1}");
    assertThat(beto.heard()).isEmpty();

    stage.durable(2);

    assertThat(ana.heard()).containsExactly("patch 4", "refused act 1 INTERNAL", "left CLOSED");
    assertThat(beto.heard()).containsExactly("patch 4 answers", "broken", "left CLOSED",
        "refused act 2 NOT_IN_ROOM");
  }

  @Test
  void rulesThatBreakWhenATimeIsOverEndTheRoomToo() {
    stage = new Stage(new Pool(), new Settings(10, null, null, null, null), false);
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    ana.ask(new ClientMessage.Configure(1, Json.ofChecked("{\"stubborn\":true}"), null, null, null, null));
    ana.ask(new ClientMessage.Start(2));
    stage.quiet();

    stage.after(10_000);

    assertThat(ana.heard()).containsExactly("broken", "left CLOSED");
    assertThat(beto.heard()).containsExactly("broken", "left CLOSED");
    assertThat(stage.loop.nextInNanos()).as("no timer is left").isEqualTo(-1);
  }

  @Test
  void anotherRoomOnTheSameLoopDoesNotNotice() {
    Stage other = new Stage(new Pool());
    Guest dani = other.enters("Dani");
    other.enters("Eva");
    dani.ask(new ClientMessage.Start(1));
    other.quiet();
    Guest ana = stage.enters("Ana");
    stage.enters("Beto");
    ana.ask(new ClientMessage.Start(1));
    ana.act(1, "{\"fail\":\"overflow\"}");

    dani.act(1, "{\"take\":1}");

    assertThat(dani.heard()).containsExactly("patch 4 answers");
    other.settled();
  }
}
