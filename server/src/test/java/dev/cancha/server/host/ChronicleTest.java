package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Json;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal.Snapshot;
import dev.cancha.server.room.Pool;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomRules;
import dev.cancha.server.room.RoomState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a room writes into its journal besides its inputs. */
class ChronicleTest {
  private final Stage stage = new Stage(new Pool());
  private final Room<?, ?> room = new Room<>(new Pool(), new RoomRules(Stage.LIMITS.lobbyGrace().toMillis(),
      Stage.LIMITS.maxSpectators()));

  @AfterEach
  void everyoneIsAnswered() {
    stage.settled();
  }

  @Test
  void aMatchThatIsOverIsStoredWithItsPlayersItsResultAndItsHash() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    stage.watches("Caro");
    ana.ask(new ClientMessage.Start(1));
    long first = stage.journal.durable.position();
    beto.ask(new ClientMessage.Resign(1));

    FinishedMatch match = stage.journal.finished.getFirst();
    assertThat(stage.journal.finished).hasSize(1);
    assertThat(match.id()).isEqualTo(stage.journal.durable.matchId());
    assertThat(match.game()).isEqualTo("pool");
    assertThat(match.listed()).isTrue();
    assertThat(match.players()).containsExactly(new FinishedMatch.Player(0, "p-Ana", "Ana", null),
        new FinishedMatch.Player(1, "p-Beto", "Beto", null));
    assertThat(match.members()).as("anyone may see it").isEmpty();
    assertThat(match.inputs()).isEqualTo(new FinishedMatch.Positions(first, first + 1));
    assertThat(match.outcome().result()).contains("\"reason\":\"resigned\"");
    assertThat(match.outcome().hash()).hasSize(64);
    assertThat(match.seed()).hasSize(32);
    assertThat(match.times().startedMillis()).isEqualTo(1_000);
  }

  @Test
  void aMatchBehindAPasswordIsNotListedButForThoseWhoWereThere() {
    Guest ana = stage.enters("Ana");
    stage.enters("Beto");
    stage.watches("Caro");
    ana.ask(new ClientMessage.Configure(1, null, null, null, null, "boca"));
    stage.work();
    ana.ask(new ClientMessage.Start(2));
    ana.ask(new ClientMessage.Resign(3));

    assertThat(stage.journal.finished).singleElement().satisfies(match -> {
      assertThat(match.listed()).isFalse();
      assertThat(match.members()).containsExactly("Ana", "Beto", "Caro");
    });
  }

  @Test
  void aSnapshotIsTakenNowAndThenAndIsTheStateThere() {
    Guest ana = stage.enters("Ana");
    for (int i = 1; i <= 300; i++) {
      ana.ask(new ClientMessage.Ready(i, i % 2 == 1));
    }

    Snapshot snapshot = stage.journal.snapshots.getFirst();
    assertThat(stage.journal.snapshots).hasSize(1);
    assertThat(snapshot.position()).isEqualTo(256);
    RoomState read = room.read(Json.ofChecked(snapshot.state().bytes()));
    assertThat(read.position()).isEqualTo(256);
    assertThat(read.roster()).isNotEqualTo(stage.journal.durable.roster())
        .satisfies(
            roster -> assertThat(roster.everyone()).hasSize(1));
    assertThat(snapshot.state().hash()).isEqualTo(Room.hash(Json.ofChecked(snapshot.state().bytes())));
  }

  @Test
  void aMatchThatStartsAfterMuchElseBeginsWithASnapshot() {
    Guest ana = stage.enters("Ana");
    stage.enters("Beto");
    for (int i = 1; i <= 70; i++) {
      ana.ask(new ClientMessage.Ready(i, i % 2 == 1));
    }
    ana.ask(new ClientMessage.Start(80));

    assertThat(stage.journal.snapshots).extracting(Snapshot::position).isEqualTo(List.of(72L));
    assertThat(new String(stage.journal.snapshots.getFirst().state().bytes(), StandardCharsets.UTF_8))
        .contains("\"phase\":\"lobby\"");
  }
}
