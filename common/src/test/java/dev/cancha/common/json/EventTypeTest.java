package dev.cancha.common.json;

import static dev.cancha.common.json.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.json.Samples.Drawn;
import dev.cancha.common.json.Samples.Dropped;
import dev.cancha.common.json.Samples.Event;
import dev.cancha.common.json.Samples.GameWon;
import dev.cancha.common.json.Samples.Open;
import dev.cancha.common.json.Samples.Pass;
import org.junit.jupiter.api.Test;

class EventTypeTest {
  private final EventType events = EventType.of(Event.class);

  @Test
  void theTypeComesFirstThenTheComponents() {
    assertThat(events.write(new Dropped(1, 3))).isEqualTo(json("{'type':'dropped','seat':1,'column':3}"));
    assertThat(events.write(new GameWon(0, new Pass())))
        .isEqualTo(json("{'type':'gameWon','seat':0,'last':{'pass':{}}}"));
  }

  @Test
  void anEventMayHaveNoComponentsOrAbsentOnes() {
    assertThat(events.write(new Drawn())).isEqualTo(json("{'type':'drawn'}"));
    assertThat(events.write(new GameWon(null, new Pass())))
        .isEqualTo(json("{'type':'gameWon','last':{'pass':{}}}"));
  }

  @Test
  void aSingleRecordMayBeAllTheEvents() {
    assertThat(EventType.of(Drawn.class).write(new Drawn())).isEqualTo(json("{'type':'drawn'}"));
  }

  @Test
  void theSchemaIsOneOfTheEvents() {
    assertThat(events.schema().toString()).startsWith("""
        {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Event","oneOf":[{"type":"object",\
        "properties":{"type":{"const":"dropped"},"seat":""").contains("\"required\":[\"type\",\"last\"]");
  }

  @Test
  void whatIsNoEventOfTheGameIsRefused() {
    assertThatThrownBy(() -> events.write(new Pass())).hasMessageContaining("Pass")
        .hasMessageContaining("Event");
  }

  @Test
  void anEventCannotHaveAComponentNamedType() {
    record Odd(int type) {}
    assertThatThrownBy(() -> EventType.of(Odd.class)).hasMessageContaining("'type'");
  }

  @Test
  void anEventCannotBeOpen() {
    assertThatThrownBy(() -> EventType.of(Open.class)).hasMessageContaining("Open.view");
  }

  @Test
  void whatIsNeitherRecordNorSealedIsRefused() {
    assertThatThrownBy(() -> EventType.of(Comparable.class)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Comparable");
  }
}
