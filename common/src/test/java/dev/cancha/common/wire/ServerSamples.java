package dev.cancha.common.wire;

import dev.cancha.common.message.ByeCode;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.Phase;
import dev.cancha.common.message.Protocol;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.message.ServerMessage.Bye;
import dev.cancha.common.message.ServerMessage.Chat;
import dev.cancha.common.message.ServerMessage.Done;
import dev.cancha.common.message.ServerMessage.Failure;
import dev.cancha.common.message.ServerMessage.GameDescription;
import dev.cancha.common.message.ServerMessage.GameEntry;
import dev.cancha.common.message.ServerMessage.Left;
import dev.cancha.common.message.ServerMessage.Limits;
import dev.cancha.common.message.ServerMessage.Moved;
import dev.cancha.common.message.ServerMessage.Patch;
import dev.cancha.common.message.ServerMessage.Ping;
import dev.cancha.common.message.ServerMessage.Player;
import dev.cancha.common.message.ServerMessage.Pong;
import dev.cancha.common.message.ServerMessage.Room;
import dev.cancha.common.message.ServerMessage.RoomEntry;
import dev.cancha.common.message.ServerMessage.Rooms;
import dev.cancha.common.message.ServerMessage.Server;
import dev.cancha.common.message.ServerMessage.Speaker;
import dev.cancha.common.message.ServerMessage.Spectator;
import dev.cancha.common.message.ServerMessage.Spectators;
import dev.cancha.common.message.ServerMessage.Welcome;
import dev.cancha.common.message.ServerMessage.You;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The smallest, a typical and the largest of every message of the server, with every constant of their enums. */
final class ServerSamples {
  private static final long MAX = Protocol.MAX_INTEGER;
  private static final int MAX_ID = Integer.MAX_VALUE;
  private static final Json EMPTY = Json.emptyObject();
  private static final Json DOC = Json.ofChecked("{\"seats\":{\"0\":null},\"n\":[1.50,\"\\u00e9 \\n\"]}");
  private static final Json LARGE = Json.ofChecked("{\"x\":\"" + "ñ".repeat(50_000) + "\"}");
  private static final Limits LIMITS = new Limits(65_536, 30, 100, 10_000);
  private static final Chat CHAT = new Chat(1, new Speaker("p7", "Ana", 0), "hola", 1_735_689_600_000L);

  private ServerSamples() {}

  static List<ServerMessage> all() {
    return Stream.of(opening(), rooms(), talk(), endings()).flatMap(List::stream).toList();
  }

  private static List<ServerMessage> opening() {
    Player ana = new Player("p7", "Ana");
    GameEntry dudo = new GameEntry("dudo", "Dudo", 2, 6, 0);
    RoomEntry locked = new RoomEntry("KX3F", "dudo", Phase.PLAYING, 6, 5, 12, true);
    return List.of(
        new Welcome(null, 1, ana, "t", null, null, new Server("", ""), List.of(), LIMITS),
        new Welcome(1, 1, ana, "t", true, "KX3F", new Server("Cancha", "0.1.0"), List.of(dudo), LIMITS),
        new Welcome(MAX_ID, 1, ana, "-".repeat(128), true, "KX3F9ABC", new Server("Sala 3", "0.1.0"),
            Collections.nCopies(100, dudo), LIMITS),
        new GameDescription(null, "dudo", "Dudo", "", List.of(), EMPTY, EMPTY, EMPTY, null, EMPTY),
        new GameDescription(1, "dudo", "Dudo", "Bid, or call.", List.of("mcts", "random"), DOC, DOC, DOC, DOC,
            DOC),
        new GameDescription(MAX_ID, "x", "y", "z", List.of("mcts"), LARGE, LARGE, LARGE, LARGE, LARGE),
        new Rooms(null, List.of()), new Rooms(1, List.of(locked)),
        new Rooms(MAX_ID,
            Collections.nCopies(500, new RoomEntry("9ABC", "dudo", Phase.LOBBY, 2, 0, 0, false))),
        new Rooms(2,
            Arrays.stream(Phase.values()).map(p -> new RoomEntry("A", "b", p, 2, 1, 0, true)).toList()));
  }

  private static List<ServerMessage> rooms() {
    return List.of(
        new Room(null, 0, 0, EMPTY, new You(null, 0), List.of()),
        new Room(1, 57, 51_890, DOC, new You(0, 12), List.of(CHAT)),
        new Room(MAX_ID, MAX, MAX, LARGE, new You(63, MAX), Collections.nCopies(50, CHAT)),
        new Patch(1, null, EMPTY, null),
        new Patch(5, new TreeMap<>(Map.of(10, 7L, 2, 40L)), DOC, List.of(EMPTY, DOC)),
        new Patch(MAX, new TreeMap<>(Map.of(63, MAX)), LARGE, Collections.nCopies(10, LARGE)),
        new Done(null, null), new Done(1, 3L), new Done(MAX_ID, MAX),
        new Spectators(new TreeMap<>()),
        new Spectators(new TreeMap<>(Map.of("p9", new Spectator("Caro"), "p12", new Spectator("Dora")))),
        new Spectators(new TreeMap<>(Map.of("p".repeat(100), new Spectator("😀".repeat(24))))),
        new Moved(null, "10.0.0.7", 1, ""), new Moved(1, "10.0.0.7", 7778, "KX3F"),
        new Moved(MAX_ID, "x".repeat(253), 65_535, "KX3F9ABC"));
  }

  private static List<ServerMessage> talk() {
    return List.of(
        new Chat(1, new Speaker("p", "A", null), "a", 0), CHAT,
        new Chat(MAX, new Speaker("p9", "😀".repeat(24), 63), "😀".repeat(300), MAX),
        new Pong(null, null, 0), new Pong(1, Json.ofChecked("null"), 5), new Pong(MAX_ID, DOC, MAX),
        new Ping(Json.ofChecked("0")), new Ping(Json.ofChecked("17")), new Ping(Json.ofChecked("\"\"")));
  }

  private static List<ServerMessage> endings() {
    Stream<ServerMessage> failures = Arrays.stream(ErrorCode.values())
        .map(code -> new Failure(1, null, code, "No."));
    Stream<ServerMessage> lefts = Arrays.stream(LeftReason.values()).map(reason -> new Left(null, reason));
    Stream<ServerMessage> byes = Arrays.stream(ByeCode.values()).map(code -> new Bye(code, "", null));
    Stream<ServerMessage> largest = Stream.of(new Failure(null, MAX, ErrorCode.STALE, "é".repeat(1000)),
        new Left(MAX_ID, LeftReason.CLOSED), new Bye(ByeCode.SHUTDOWN, "Back soon.", MAX));
    return Stream.of(failures, lefts, byes, largest).flatMap(s -> s).toList();
  }
}
