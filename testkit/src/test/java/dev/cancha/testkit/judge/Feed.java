package dev.cancha.testkit.judge;

import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.wire.MessageCodec;
import dev.cancha.server.journal.Journal;
import dev.cancha.server.journal.VolatileJournal;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.Seed;
import dev.cancha.server.room.SessionId;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Stage;
import dev.cancha.testkit.scene.Venue;
import dev.cancha.testkit.sim.SimServer;
import dev.cancha.testkit.sim.SimWorld;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scene in which nobody plays: the test says what was said, heard and applied. Owner: the test's thread. */
final class Feed implements AutoCloseable {
  static final String ROOM = "KX3F";
  private static final JsonType<RoomInput> INPUT = JsonType.of(RoomInput.class);
  private static final MessageCodec CODEC = MessageCodec.shared();
  private static final Journal.Receipt UNREAD = new Journal.Receipt() {
    @Override
    public void durable() {}

    @Override
    public void failed(Throwable cause) {}
  };

  final SimWorld world = new SimWorld(1);
  final Scene scene;
  private final Journal journal;
  private final Judge judge;
  private int conversations;

  Feed(Judge judge) {
    Venue venue = Venue.open(world.process("server", 1), SimServer.config(), usual -> usual);
    journal = venue.ledger().before(new VolatileJournal());
    scene = new Scene(venue, world.random("scene"));
    this.judge = judge;
    judge.begin(scene);
  }

  List<String> complaints(Stage stage) {
    return judge.complaints(stage);
  }

  void pass(Duration time) {
    world.advance(time);
  }

  // ------------------------------------------------------------------ at the clients' ends

  /** One that is open, and on which nothing was said. */
  Conversation conversation() {
    Conversation opened = new Conversation(world.process("client" + conversations, 1), ++conversations);
    scene.ears().everyone().opened(opened);
    return opened;
  }

  /** One on which {@code player} is in {@link #ROOM} at revision 1. */
  Conversation seated(String player) {
    Conversation opened = conversation();
    hear(opened, welcome(player, null));
    hear(opened, room(1, "{}"));
    return opened;
  }

  void say(Conversation conversation, ClientMessage message) {
    scene.ears().everyone().said(conversation, message);
  }

  void hear(Conversation conversation, ServerMessage message) {
    scene.ears().everyone().heard(conversation, message, CODEC.write(message));
  }

  void close(Conversation conversation) {
    scene.ears().everyone().closed(conversation);
  }

  static ServerMessage.Welcome welcome(String player, @Nullable String room) {
    return new ServerMessage.Welcome(null, 1, new ServerMessage.Player(player, "Ana"), "a token",
        room == null ? null : true, room, new ServerMessage.Server("s", "v"), List.of(),
        new ServerMessage.Limits(65_536, 30, 100, 10_000));
  }

  /** {@link #ROOM} whole, with the members of {@code doc} besides its code. */
  static ServerMessage.Room room(long rev, String doc) {
    return room(rev, doc, 0);
  }

  static ServerMessage.Room room(long rev, String doc, long seq) {
    String members = doc.equals("{}") ? "}" : "," + doc.substring(1);
    return new ServerMessage.Room(null, rev, 0, Json.ofChecked("{\"code\":\"" + ROOM + "\"" + members),
        new ServerMessage.You(0, seq), List.of());
  }

  static ServerMessage.Patch patch(long rev, String patch) {
    return new ServerMessage.Patch(rev, null, Json.ofChecked(patch), null);
  }

  static ClientMessage.Act act(long seq, String action) {
    return new ClientMessage.Act(seq, Json.ofChecked(action), null);
  }

  // ------------------------------------------------------------------ at the journal

  void apply(long position, RoomInput input) {
    journal
        .create("the room's id", () -> new Journal.Opening("numbers", "1", 0, new byte[0]))
        .append(new Journal.Entry(position, () -> INPUT.write(input).utf8(), new byte[0]), UNREAD);
  }

  static RoomInput.Enter enters(String session, String player) {
    return new RoomInput.Enter(1, new RoomInput.Arrival(new SessionId(session), player, "Ana"), null, false);
  }

  static RoomInput.Act acts(String session, long seq, String action) {
    return new RoomInput.Act(2, new SessionId(session), seq, Json.ofChecked(action), null);
  }

  static RoomInput.Draw draw(String seed) {
    return new RoomInput.Draw(new Seed(seed), "a match", 0);
  }

  @Override
  public void close() {
    world.close();
  }
}
