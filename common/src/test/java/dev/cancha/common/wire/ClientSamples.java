package dev.cancha.common.wire;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ClientMessage.Act;
import dev.cancha.common.message.ClientMessage.Bot;
import dev.cancha.common.message.ClientMessage.Configure;
import dev.cancha.common.message.ClientMessage.Create;
import dev.cancha.common.message.ClientMessage.Describe;
import dev.cancha.common.message.ClientMessage.Hello;
import dev.cancha.common.message.ClientMessage.Join;
import dev.cancha.common.message.ClientMessage.Kick;
import dev.cancha.common.message.ClientMessage.Leave;
import dev.cancha.common.message.ClientMessage.ListRooms;
import dev.cancha.common.message.ClientMessage.Ping;
import dev.cancha.common.message.ClientMessage.Pong;
import dev.cancha.common.message.ClientMessage.Quick;
import dev.cancha.common.message.ClientMessage.Ready;
import dev.cancha.common.message.ClientMessage.Rematch;
import dev.cancha.common.message.ClientMessage.Resign;
import dev.cancha.common.message.ClientMessage.Say;
import dev.cancha.common.message.ClientMessage.Sit;
import dev.cancha.common.message.ClientMessage.Start;
import dev.cancha.common.message.ClientMessage.Sync;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.OnAbsent;
import dev.cancha.common.message.Protocol;
import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import java.util.List;

/** The smallest, a typical and the largest of every message of a client. */
final class ClientSamples {
  private static final int MAX_ID = Integer.MAX_VALUE;
  private static final Json OPTIONS = Json.ofChecked("{\"walls\":[true,null,1.50,-0,2e3,\"a b\\\"\\\\\"]}");
  private static final Settings CLOCK = new Settings(null, 86_400, 3_600, OnAbsent.BOT, 86_400);
  private static final String PASSWORD = "ñ".repeat(Protocol.MAX_PASSWORD_CHARACTERS);

  private ClientSamples() {}

  static List<ClientMessage> all() {
    return List.of(
        new Hello(null, "A", null, null, null, null, null, null),
        new Hello(1, "Ana", 1, null, null, null, null, "play.py 1"),
        new Hello(MAX_ID, "😀".repeat(Protocol.MAX_NAME_CHARACTERS), 1, "-".repeat(128), "KX3F9ABC",
            Protocol.MAX_INTEGER, "eyJ.e30.c2ln", "x".repeat(1000)),
        new Describe(null, ""), new Describe(1, "dudo"), new Describe(MAX_ID, "x".repeat(1000)),
        new ListRooms(null, null, null), new ListRooms(1, null, true),
        new ListRooms(MAX_ID, "connectFour", false),
        new Create(null, "dudo", null, null, null, null, null, null, null),
        new Create(1, "dudo", null, new Settings(30, null, null, null, null), 4, Visibility.PUBLIC, null, 2,
            null),
        new Create(MAX_ID, "dudo", OPTIONS, CLOCK, 64, Visibility.PRIVATE, PASSWORD, 64, true),
        new Join(null, "", null, null, null), new Join(1, "KX3F", null, 1, null),
        new Join(MAX_ID, "KX3F9ABC", PASSWORD, 63, true),
        new Quick(null, "dudo", null), new Quick(1, "dudo", Json.emptyObject()),
        new Quick(MAX_ID, "dudo", OPTIONS),
        new Leave(null), new Leave(1), new Leave(MAX_ID),
        new Configure(null, null, null, null, null, null),
        new Configure(1, null, Settings.NONE, 2, Visibility.PUBLIC, ""),
        new Configure(MAX_ID, OPTIONS, CLOCK, 64, Visibility.PRIVATE, PASSWORD),
        new Sit(null, null), new Sit(1, 0), new Sit(MAX_ID, 63),
        new Ready(null, null), new Ready(1, true), new Ready(MAX_ID, false),
        new Start(null), new Start(1), new Start(MAX_ID),
        new Bot(null, 0, null, null), new Bot(1, 1, "mcts", null), new Bot(MAX_ID, 63, "mcts", true),
        new Kick(null, 0, null), new Kick(1, null, "p8"), new Kick(MAX_ID, 63, null),
        new Act(1L, Json.emptyObject(), null), new Act(2L, Json.ofChecked("{\"column\":3}"), 31L),
        new Act(Protocol.MAX_INTEGER, Json.ofChecked("{\"x\":\"" + "y".repeat(60_000) + "\"}"),
            Protocol.MAX_INTEGER),
        new Resign(null), new Resign(1), new Resign(MAX_ID),
        new Rematch(null), new Rematch(1), new Rematch(MAX_ID),
        new Say(null, "a"), new Say(1, "¡Buena! \"calzo\" \\o/ <b>"),
        new Say(MAX_ID, "😀".repeat(Protocol.MAX_CHAT_CHARACTERS)),
        new Sync(null), new Sync(1), new Sync(MAX_ID),
        new Ping(null, null), new Ping(1, Json.ofChecked("null")),
        new Ping(MAX_ID, Json.ofChecked("\"" + "x".repeat(Protocol.MAX_ECHO_BYTES - 2) + "\"")),
        new Pong(null), new Pong(Json.ofChecked("17")),
        new Pong(Json.ofChecked("[" + "1,".repeat(30) + "1]")));
  }
}
