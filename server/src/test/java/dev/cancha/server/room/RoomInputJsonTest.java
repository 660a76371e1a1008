package dev.cancha.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.OnAbsent;
import dev.cancha.common.message.Protocol;
import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.room.RoomInput.Arrival;
import dev.cancha.server.room.RoomInput.Changes;
import dev.cancha.server.room.RoomInput.Draw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a journal stores of a room: every input, as JSON that comes back the same. */
class RoomInputJsonTest {
  private static final JsonType<RoomInput> INPUTS = JsonType.of(RoomInput.class);
  private static final long MOST = Protocol.MAX_INTEGER;
  private static final SessionId ANA = new SessionId("AAAAAAAAAAAAAAAAAAAAA_");
  private static final Draw DRAW = new Draw(new Seed("0123456789abcdef0123456789abcdef"), "01J9-_",
      1_700_000_000_000L);
  private static final Json DEEP = Json
      .ofChecked("{\"a\":[1,2.5e3,null,true,\"\\u00e9\\n\",{\"b\":{}}],\"\":[]}");

  static List<RoomInput> samples() {
    List<RoomInput> samples = new ArrayList<>();
    samples.add(new RoomInput.Enter(0, new Arrival(ANA, "p", "Ñandú 🦤 \"quoted\" \\ /"), null, true));
    samples.add(
        new RoomInput.Enter(0, new Arrival(ANA, "p", "A"), null, true, new RoomInput.Company("mcts", 63)));
    samples.add(new RoomInput.Enter(MOST, new Arrival(ANA, "p", "A"), 63, false));
    samples.add(new RoomInput.Leave(1, ANA, DRAW));
    samples.add(new RoomInput.Kick(2, ANA, 1, null, DRAW));
    samples.add(new RoomInput.Kick(2, ANA, null, "p-\u00fc", DRAW));
    samples.add(new RoomInput.Configure(3, ANA, new Changes(null, null, null, null, false, null), "KX3F"));
    samples.add(new RoomInput.Configure(3, ANA,
        new Changes(DEEP, new Settings(1, null, 3_600, OnAbsent.WAIT, 86_400), 64, Visibility.PRIVATE, true,
            new PasswordHash("c2FsdHNhbHRzYWx0c2FsdA==", "aGFzaA==", 600_000)),
        "KX3FKX3F"));
    samples.add(new RoomInput.Sit(4, ANA, 0, DRAW));
    samples.add(new RoomInput.Sit(4, ANA, null, DRAW));
    samples.add(new RoomInput.Ready(5, ANA, true, false, DRAW));
    samples.add(new RoomInput.Ready(5, ANA, false, true, DRAW));
    samples.add(new RoomInput.Start(6, ANA, DRAW));
    samples.add(new RoomInput.Bot(7, ANA, 3, "mcts", true, DRAW));
    samples.add(new RoomInput.Bot(7, ANA, 3, null, false, DRAW));
    samples.add(new RoomInput.BotAct(8, 63, DEEP, MOST));
    samples.add(new RoomInput.BotAct(8, 0, Json.emptyObject(), 1));
    samples.add(new RoomInput.Act(8, ANA, MOST, DEEP, MOST));
    samples.add(new RoomInput.Act(8, ANA, 1, Json.emptyObject(), null));
    samples.add(new RoomInput.Resign(9, ANA));
    samples.add(new RoomInput.Lost(10, ANA));
    samples.add(new RoomInput.Back(11, ANA));
    samples.add(new RoomInput.Elapsed(12, DRAW));
    samples.add(new RoomInput.Restored(12, 0, true));
    samples.add(new RoomInput.Restored(12, 64, false));
    samples.add(new RoomInput.Aborted(12));
    samples.add(new RoomInput.Tick(13, List.of()));
    samples.add(new RoomInput.Tick(MOST, List.of(new RoomInput.Act(12, ANA, 1, DEEP, null),
        new RoomInput.Leave(13, ANA, DRAW), new RoomInput.Elapsed(12, DRAW))));
    return samples;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anInputComesBackFromItsJson(RoomInput input) {
    Json json = INPUTS.write(input);

    assertThat(INPUTS.read(Json.ofChecked(json.toString()))).isEqualTo(input);
    assertThat(INPUTS.write(INPUTS.read(json))).as("one encoding").isEqualTo(json);
  }

  @Test
  void everyInputHasASample() {
    Set<String> sampled = samples().stream()
        .map(input -> input.getClass().getName())
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(sampled).isEqualTo(records(RoomInput.class));
  }

  private static Set<String> records(Class<?> sealed) {
    Set<String> names = new TreeSet<>();
    Arrays.stream(sealed.getPermittedSubclasses()).forEach(type -> {
      if (type.isRecord()) {
        names.add(type.getName());
      } else {
        names.addAll(records(type));
      }
    });
    return names;
  }

  /** Bytes that a journal may hold: a change here is a change of what can be read back. */
  @Test
  void theBytesAreThese() {
    assertThat(INPUTS.write(new RoomInput.Act(8, ANA, 2, Json.ofChecked("{\"column\":3}"), null)).toString())
        .isEqualTo("{\"act\":{\"at\":8,\"session\":{\"text\":\"AAAAAAAAAAAAAAAAAAAAA_\"},\"seq\":2,"
            + "\"action\":{\"column\":3}}}");
    assertThat(INPUTS.write(new RoomInput.Elapsed(12, DRAW)).toString()).isEqualTo(
        "{\"elapsed\":{\"at\":12,\"draw\":{\"seed\":{\"hex\":\"0123456789abcdef0123456789abcdef\"},"
            + "\"match\":\"01J9-_\",\"wallMillis\":1700000000000}}}");
  }
}
