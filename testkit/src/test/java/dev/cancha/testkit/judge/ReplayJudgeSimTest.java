package dev.cancha.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.client.GameClient;
import dev.cancha.client.Listener;
import dev.cancha.client.Login;
import dev.cancha.client.RoomView;
import dev.cancha.common.wire.Framing;
import dev.cancha.server.journal.Journal.Depth;
import dev.cancha.server.journal.Journal.Recovered.Found;
import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.testkit.scene.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayJudgeSimTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final ReplayJudge judge = new ReplayJudge();
  private final Feed feed = new Feed(judge);
  private final List<GameClient> clients = new ArrayList<>();

  /** A room with two. */
  @BeforeEach
  void begin() {
    GameClient ana = client("ana");
    RoomView room = feed.world.await(ana.create("connectFour"), SOON);
    GameClient beto = client("beto");
    feed.world.await(beto.join(room.code()), SOON);
    feed.pass(SOON);
  }

  private GameClient client(String name) {
    GameClient client = feed.scene.client(feed.scene.newClient(name), Framing.FRAMES, Login.as(name),
        new Listener() {});
    clients.add(client);
    feed.world.await(client.connect(), SOON);
    return client;
  }

  @AfterEach
  void end() {
    clients.forEach(GameClient::close);
    feed.close();
  }

  private Found found() {
    List<Found> rooms = feed.scene.venue().store().look(Depth.SNAPSHOT);
    assertThat(rooms).hasSize(1);
    return rooms.getFirst();
  }

  private static Found with(Found found, List<StoredEntry> entries) {
    return new Found(found.room(), found.opening(), found.from(), found.latest(), entries, found.log());
  }

  @Test
  void isContentWithWhatTheRoomWas() {
    judge.recovered(found());
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
  }

  @Test
  void complainsOfBytesThatLeadToAnotherRoom() {
    Found found = found();
    List<StoredEntry> entries = new ArrayList<>(found.entries());
    StoredEntry last = entries.removeLast();
    String other = new String(last.input(), StandardCharsets.UTF_8).replace("beto", "bela");
    entries.add(new StoredEntry(last.position(), last.span(), other.getBytes(StandardCharsets.UTF_8),
        last.patchCrc()));

    judge.recovered(with(found, entries));

    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("but was live");
  }

  @Test
  void complainsOfBytesThatLeadNowhere() {
    Found found = found();

    judge.recovered(with(found, found.entries().subList(1, found.entries().size())));

    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("cannot be folded");
  }
}
