package dev.cancha.server.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.common.patch.Document;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.room.RoomDocument;
import dev.cancha.server.room.RoomState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whoever puts the patches together that were written has every document that the rules led to, for every viewer. */
class ShownWriterTest {
  private static final Json MATCH = Json.ofChecked("{\"id\":\"m\"}");
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final JsonType<RoomDocument> DOCUMENTS = JsonType.of(RoomDocument.class);
  private static final JsonType<Mes> MES = JsonType.of(Mes.class);

  /** What each seat alone may see. */
  record Mes(SortedMap<Integer, Object> mes) {}

  private record Written(JsonNode head, List<JsonNode> lines, JsonNode end) {}

  private static Written shown(byte[] replay, Game<?, ?> game) throws NoReplay, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ShownWriter.write(replay, game, MATCH, out);
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text).endsWith("\n");
    List<JsonNode> lines = text.lines().map(MAPPER::readTree).toList();
    return new Written(lines.getFirst(), lines.subList(1, lines.size() - 1), lines.getLast());
  }

  private static Game<?, ?> game(String id) {
    return ReplaySamples.GAMES.stream()
        .filter(each -> each.info().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyStepThatSomebodySawIsThereAsEachOneSawIt() throws Exception {
    int steps = 0;
    int secrets = 0;
    for (long seed = 0; seed < 12; seed++) {
      PlayedRoom room = ReplaySamples.any(seed);
      for (FinishedMatch match : room.play(2)) {
        byte[] replay = ReplaySamples.replay(room, match);
        Written written = shown(replay, game(match.game()));
        GameInfo<?> info = game(match.game()).info();
        assertThat(written.head()).hasToString("{\"shown\":1,\"match\":{\"id\":\"m\"},\"title\":\""
            + info.title() + "\",\"tickRate\":" + info.tickRate() + "}");
        assertThat(written.end())
            .hasToString("{\"end\":" + written.lines().size() + ",\"verified\":true}");
        List<RoomState> seen = seen(replay);
        assertThat(written.lines()).hasSameSizeAs(seen);
        secrets += sameAsSeen(written.lines(), seen);
        steps += seen.size();
      }
    }
    assertThat(steps).isGreaterThan(300);
    assertThat(secrets).as("what one seat alone saw").isGreaterThan(20);
  }

  /** The states that anyone was told of, as the rules lead to them. */
  private static List<RoomState> seen(byte[] replay) throws Exception {
    List<RoomState> seen = new ArrayList<>();
    String difference = ReplayCheck.difference(Replay.read(replay), ReplaySamples.GAMES, step -> {
      if (seen.isEmpty() || step.after().rev() != step.before().rev()) {
        seen.add(step.after());
      }
    });
    assertThat(difference).isNull();
    return seen;
  }

  /** Gives how often what a seat alone sees changed. */
  private static int sameAsSeen(List<JsonNode> lines, List<RoomState> seen) {
    Document shown = Document.of(Json.emptyObject());
    int secrets = 0;
    for (int i = 0; i < lines.size(); i++) {
      JsonNode line = lines.get(i);
      RoomState state = seen.get(i);
      assertThat(line.path("rev").asLong()).isEqualTo(state.rev());
      assertThat(line.path("at").asLong()).isEqualTo(state.matchTime(state.at()));
      assertThat(line.has("doc")).isEqualTo(i == 0);
      assertThat(line.has("patch")).isEqualTo(i > 0);
      secrets += line.has("mes") ? 1 : 0;
      ObjectNode patch = MAPPER.createObjectNode();
      patch.set("doc", line.path(i == 0 ? "doc" : "patch"));
      patch.set("mes", line.has("mes") ? line.path("mes") : MAPPER.createObjectNode());
      shown = shown.apply(Json.ofChecked(MAPPER.writeValueAsBytes(patch)));
      assertThat(shown.node().path("doc"))
          .isEqualTo(Document.of(DOCUMENTS.write(state.shown().document())).node());
      assertThat(shown.node().path("mes"))
          .isEqualTo(Document.of(MES.write(new Mes(state.shown().mes()))).node().path("mes"));
    }
    return secrets;
  }

  @Test
  void whereRulesLeadElsewhereItSaysSoAndHowFarAllIsAsItWas() throws Exception {
    PlayedRoom room = ReplaySamples.connectFour(4);
    byte[] replay = ReplaySamples.replay(room, room.play(1).getFirst());
    Written right = shown(replay, new ConnectFour());
    AtomicInteger acts = new AtomicInteger();
    Written broken = shown(replay, new OddConnectFour("1", drop -> {
      if (acts.incrementAndGet() > 3) {
        throw new AssertionError("planned by the test");
      }
      return drop;
    }));

    JsonNode end = broken.end();
    int same = end.path("same").asInt();
    assertThat(end.path("verified").asBoolean(true)).isFalse();
    assertThat(end.path("end").asInt()).isEqualTo(broken.lines().size());
    assertThat(end.path("difference").asString()).contains("the rules break at it now",
        "planned by the test");
    assertThat(same).isEqualTo(broken.lines().size()).isGreaterThan(3).isLessThan(right.lines().size());
    assertThat(broken.lines()).isEqualTo(right.lines().subList(0, same));
  }

  @Test
  void aFalsifiedStepIsFoundAndThoseBeforeItCount() throws Exception {
    PlayedRoom room = ReplaySamples.connectFour(4);
    byte[] replay = ReplaySamples.replay(room, room.play(1).getFirst());
    Written right = shown(replay, new ConnectFour());
    byte[] falsified = withAnotherCrc(replay, 5);
    JsonNode end = shown(falsified, new ConnectFour()).end();

    assertThat(end.path("verified").asBoolean(true)).isFalse();
    assertThat(end.path("difference").asString()).contains("line 6,").contains("CRC-32C");
    assertThat(end.path("same").asInt()).isPositive().isLessThan(end.path("end").asInt());
    assertThat(end.path("end").asInt()).isLessThan(right.lines().size());
  }

  /** As a liar would write it: every sum is right. {@code line}: from 0. */
  private static byte[] withAnotherCrc(byte[] replay, int line) {
    List<String> lines = new ArrayList<>(new String(replay, StandardCharsets.UTF_8).lines().toList());
    lines.set(line, lines.get(line).replaceFirst("\"crc\":\"[0-9a-f]{8}\"", "\"crc\":\"00000000\""));
    return ReplaySamples.sealed(String.join("\n", lines));
  }

  @Test
  void whatIsNoReplayIsRefusedBeforeAnythingIsWrittenAndAFullStreamIsTold() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(
        () -> ShownWriter.write("what\n".getBytes(StandardCharsets.UTF_8), new ConnectFour(), MATCH, out))
        .isInstanceOf(NoReplay.class);
    assertThat(out.size()).isZero();
    PlayedRoom room = ReplaySamples.connectFour(4);
    byte[] replay = ReplaySamples.replay(room, room.play(1).getFirst());
    OutputStream full = new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        throw new IOException("full, as planned by the test");
      }
    };
    assertThatThrownBy(() -> ShownWriter.write(replay, new ConnectFour(), MATCH, full))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("full");
  }
}
