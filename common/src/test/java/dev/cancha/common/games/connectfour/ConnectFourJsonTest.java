package dev.cancha.common.games.connectfour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.json.EventType;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.json.Mismatch;
import dev.cancha.common.message.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes that the protocol's table of games gives. */
class ConnectFourJsonTest {
  private final ConnectFour game = new ConnectFour();

  @Test
  void anActionIsAColumn() {
    assertThat(JsonType.of(Drop.class).read(Json.ofChecked("{\"column\": 3}"))).isEqualTo(new Drop(3));
    assertThat(JsonType.of(Drop.class).write(new Drop(6))).hasToString("{\"column\":6}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"column\":7}", "{\"column\":-1}", "{\"column\":\"3\"}", "{\"column\":3.0}", "{}",
    "3"})
  void anyOtherActionIsNoDrop(String json) {
    assertThatThrownBy(() -> JsonType.of(Drop.class).read(Json.ofChecked(json))).isInstanceOf(Mismatch.class);
  }

  @Test
  void theViewHasAllColumnsAndNoLineBeforeItIsWon() {
    Position position = new Position(0, Board.cell(3, 0), Board.cell(3, 1));

    assertThat(view(position)).isEqualTo(
        "{\"columns\":{\"0\":\"\",\"1\":\"\",\"2\":\"\",\"3\":\"01\",\"4\":\"\",\"5\":\"\",\"6\":\"\"}}");
  }

  @Test
  void theLineIsAListOfColumnsAndRows() {
    long zero = Board.cell(0, 0) | Board.cell(1, 0) | Board.cell(2, 0) | Board.cell(3, 0);
    long one = Board.cell(0, 1) | Board.cell(1, 1) | Board.cell(2, 1);

    assertThat(view(new Position(0, zero, one))).endsWith(",\"line\":[[0,0],[1,0],[2,0],[3,0]]}");
  }

  @Test
  void eventsCarryTheirType() {
    EventType type = EventType.of(game.info().types().event());

    assertThat(type.write(new Event.Dropped(0, 3, 0)))
        .hasToString("{\"type\":\"dropped\",\"seat\":0,\"column\":3,\"row\":0}");
    assertThat(
        type.write(new Event.Won(1, List.of(List.of(0, 0), List.of(1, 1), List.of(2, 2), List.of(3, 3)))))
        .hasToString("{\"type\":\"won\",\"seat\":1,\"line\":[[0,0],[1,1],[2,2],[3,3]]}");
  }

  @Test
  void aStateComesBackFromItsJson() {
    JsonType<Position> type = JsonType.of(Position.class);
    Position position = new Position(1, Board.cell(6, 5) | Board.cell(0, 0), Board.cell(6, 4));

    assertThat(type.read(type.write(position))).isEqualTo(position);
  }

  @Test
  void everyTypeOfTheGameHasASchema() {
    assertThat(JsonType.of(game.info().types().act()).schema()).asString().contains("\"maximum\":6");
    assertThat(JsonType.of(game.info().types().view()).schema()).asString().contains("\"columns\"");
    assertThat(JsonType.of(Options.class).write(new Options())).hasToString("{}");
  }

  private String view(Position position) {
    return JsonType.of(Grid.class).write(game.view(position)).toString();
  }
}
