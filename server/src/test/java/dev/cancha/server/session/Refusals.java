package dev.cancha.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.server.testing.Duel;
import dev.cancha.server.testing.TestClient;
import dev.cancha.server.testing.TestServer;
import java.util.ArrayList;
import java.util.List;

/** The table of refusals: what a client does to get each of them. */
final class Refusals {
  /** Brings a client to its refusal: the last error in its inbox. */
  interface Script {
    void run(TestServer server, TestClient client);
  }

  record Refusal(ErrorCode code, String when, Script script, boolean closes) {}

  static List<Refusal> all() {
    List<Refusal> all = new ArrayList<>();
    all.addAll(beforeWelcome());
    all.addAll(shapes());
    all.addAll(games());
    all.addAll(joining());
    all.addAll(rooms());
    all.addAll(seats());
    all.addAll(host());
    all.addAll(match());
    return all;
  }

  private Refusals() {}

  private static Refusal closing(ErrorCode code, String when, Script script) {
    return new Refusal(code, when, script, true);
  }

  private static Refusal refusal(ErrorCode code, String when, Script script) {
    return new Refusal(code, when, (server, client) -> {
      client.hello("Caro");
      script.run(server, client);
    }, false);
  }

  private static List<Refusal> beforeWelcome() {
    return List.of(
        closing(ErrorCode.TOO_LARGE, "a hello of more than 4,096 bytes",
            (server, client) -> client.send("{'type':'hello','name':'" + "x".repeat(4_200) + "'}")),
        closing(ErrorCode.BAD_JSON, "the first message is not JSON",
            (server, client) -> client.send("{'type'")),
        closing(ErrorCode.BAD_JSON, "the first message is empty", (server, client) -> client.send("")),
        closing(ErrorCode.BAD_MESSAGE, "a hello without name and token",
            (server, client) -> client.send("{'type':'hello'}")),
        closing(ErrorCode.BAD_MESSAGE, "a name of 25 characters",
            (server, client) -> client.send("{'type':'hello','name':'" + "ñ".repeat(25) + "'}")),
        closing(ErrorCode.BAD_MESSAGE, "an empty name", (server, client) -> client.send(
            "{'type':'hello','name':''}")),
        closing(ErrorCode.BAD_MESSAGE, "a name with a control character",
            (server, client) -> client.send("{'type':'hello','name':'A\\u0007na'}")),
        closing(ErrorCode.BAD_MESSAGE, "a name that turns the writing direction",
            (server, client) -> client.send("{'type':'hello','name':'A\\u202Ena'}")),
        closing(ErrorCode.UNKNOWN_TYPE, "the first message is of an unknown type",
            (server, client) -> client.send("{'type':'dance'}")),
        closing(ErrorCode.HELLO_FIRST, "the first message is not hello",
            (server, client) -> client.send("{'type':'list'}")),
        closing(ErrorCode.HELLO_FIRST, "no hello within 10 s", (server, client) -> {
          server.advanceMillis(9_999);
          assertThat(client.types()).isEmpty();
          server.advanceMillis(1);
        }),
        closing(ErrorCode.UNSUPPORTED_PROTOCOL, "another version of the protocol",
            (server, client) -> client.send("{'type':'hello','name':'Ana','protocol':2}")),
        closing(ErrorCode.BAD_TOKEN, "a token of 21 characters",
            (server, client) -> client.send("{'type':'hello','token':'" + "a".repeat(21) + "'}")),
        closing(ErrorCode.BAD_TOKEN, "a token with a plus",
            (server, client) -> client.send("{'type':'hello','token':'" + "a".repeat(30) + "+'}")),
        closing(ErrorCode.SERVER_FULL, "more sessions than the server may have", (server, client) -> {
          server.player("Ana");
          server.player("Beto");
          server.player("Dora");
          server.player("Eva");
          client.send("{'type':'hello','name':'Caro'}");
        }),
        closing(ErrorCode.DRAINING, "hello to a server that is about to stop", (server, client) -> {
          server.drain();
          client.send("{'type':'hello','name':'Caro'}");
        }));
  }

  private static List<Refusal> shapes() {
    return List.of(
        refusal(ErrorCode.BAD_JSON, "a member named twice",
            (server, client) -> client.send("{'type':'list','watch':true,'watch':true}")),
        refusal(ErrorCode.BAD_JSON, "something after the object",
            (server, client) -> client.send("{'type':'list'} {}")),
        refusal(ErrorCode.BAD_JSON, "a depth of 33", (server, client) -> client.send(
            "{'type':'list','x':" + "[".repeat(32) + "]".repeat(32) + "}")),
        refusal(ErrorCode.BAD_JSON, "bytes that are not UTF-8",
            (server, client) -> client.sendFrame(0x81, new byte[] {'{', '"', (byte) 0xff, '"', '}'})),
        refusal(ErrorCode.BAD_JSON, "an array", (server, client) -> client.send("[]")),
        refusal(ErrorCode.UNKNOWN_TYPE, "a message of an unknown type",
            (server, client) -> client.send("{'type':'dance','id':1}")),
        refusal(ErrorCode.BAD_MESSAGE, "no type", (server, client) -> client.send("{'id':1}")),
        refusal(ErrorCode.BAD_MESSAGE, "a missing member",
            (server, client) -> client.send("{'type':'join'}")),
        refusal(ErrorCode.BAD_MESSAGE, "a fraction where an integer is due",
            (server, client) -> client.send("{'type':'sit','seat':3.0}")),
        refusal(ErrorCode.BAD_MESSAGE, "an act without seq",
            (server, client) -> client.send("{'type':'act','action':{'column':1}}")),
        refusal(ErrorCode.BAD_MESSAGE, "an id of 0",
            (server, client) -> client.send("{'type':'sync','id':0}")),
        refusal(ErrorCode.BAD_MESSAGE, "a t of more than 64 bytes",
            (server, client) -> client.send("{'type':'ping','t':'" + "x".repeat(63) + "'}")),
        refusal(ErrorCode.BAD_MESSAGE, "a chat text of 301 characters",
            (server, client) -> client.send("{'type':'chat','text':'" + "x".repeat(301) + "'}")),
        refusal(ErrorCode.ALREADY_WELCOME, "a second hello",
            (server, client) -> client.send("{'type':'hello','name':'Caro'}")));
  }

  private static List<Refusal> games() {
    return List.of(
        refusal(ErrorCode.NO_SUCH_GAME, "create",
            (server, client) -> client.send("{'type':'create','game':'go'}")),
        refusal(ErrorCode.NO_SUCH_GAME, "quick",
            (server, client) -> client.send("{'type':'quick','game':'go'}")),
        refusal(ErrorCode.NO_SUCH_GAME, "describe",
            (server, client) -> client.send("{'type':'describe','game':'go'}")),
        refusal(ErrorCode.BAD_OPTIONS, "a turn limit and a bank", (server, client) -> client.send(
            "{'type':'create','game':'dudo','settings':{'turnSeconds':5,'bankSeconds':60}}")),
        refusal(ErrorCode.BAD_OPTIONS, "an increment without a bank", (server, client) -> client.send(
            "{'type':'create','game':'dudo','settings':{'incrementSeconds':5}}")),
        refusal(ErrorCode.BAD_OPTIONS, "an option out of its bounds", (server, client) -> client
            .send("{'type':'create','game':'broken','options':{'force':10}}")),
        refusal(ErrorCode.BAD_OPTIONS, "quick with an option of the wrong kind", (server, client) -> client
            .send("{'type':'quick','game':'broken','options':{'force':'much'}}")),
        refusal(ErrorCode.BAD_MESSAGE, "more seats than the game has",
            (server, client) -> client.send("{'type':'create','game':'dudo','seats':7}")),
        refusal(ErrorCode.BAD_MESSAGE, "more bots than seats that are free",
            (server, client) -> client.send("{'type':'create','game':'dudo','seats':3,'bots':3}")));
  }

  private static List<Refusal> joining() {
    return List.of(
        refusal(ErrorCode.NO_SUCH_ROOM, "join",
            (server, client) -> client.send("{'type':'join','room':'2222'}")),
        refusal(ErrorCode.WRONG_PASSWORD, "join with another password", (server, client) -> {
          String code = locked(server);
          client.send("{'type':'join','room':'" + code + "','password':'no'}");
        }),
        refusal(ErrorCode.WRONG_PASSWORD, "watch without the password", (server, client) -> {
          String code = locked(server);
          client.send("{'type':'join','room':'" + code + "','spectate':true}");
        }),
        refusal(ErrorCode.RATE_LIMITED, "join after ten wrong codes", (server, client) -> {
          String code = locked(server);
          for (int i = 0; i < 10; i++) {
            client.send("{'type':'join','room':'2222'}");
          }
          client.forget().send("{'type':'join','room':'" + code + "','password':'yes'}");
        }),
        refusal(ErrorCode.RATE_LIMITED, "a password where too many wait to be hashed", (server, client) -> {
          server.refusePasswords(true);
          client.send("{'type':'create','game':'dudo','password':'yes'}");
        }),
        refusal(ErrorCode.SERVER_FULL, "create where there are all rooms that there may be",
            (server, client) -> {
              Duel.create(server.player("Ana"), "'game':'dudo'");
              Duel.create(server.player("Beto"), "'game':'dudo'");
              client.send("{'type':'create','game':'dudo'}");
            }),
        refusal(ErrorCode.SERVER_FULL, "quick where there are all rooms that there may be",
            (server, client) -> {
              Duel.create(server.player("Ana"), "'game':'dudo'");
              Duel.create(server.player("Beto"), "'game':'dudo'");
              client.send("{'type':'quick','game':'connectFour'}");
            }));
  }

  private static String locked(TestServer server) {
    TestClient host = server.player("Ana");
    Duel.create(host, "'game':'dudo','password':'yes'");
    return host.view().code();
  }

  private static List<Refusal> rooms() {
    return List.of(
        refusal(ErrorCode.NOT_IN_ROOM, "leave", (server, client) -> client.send("{'type':'leave'}")),
        refusal(ErrorCode.NOT_IN_ROOM, "an act", (server, client) -> client.drop(1, 0)),
        refusal(ErrorCode.NOT_IN_ROOM, "sync", (server, client) -> client.send("{'type':'sync'}")),
        refusal(ErrorCode.ALREADY_IN_ROOM, "create", (server, client) -> {
          Duel.create(client, "'game':'dudo'");
          client.send("{'type':'create','game':'dudo'}");
        }),
        refusal(ErrorCode.ALREADY_IN_ROOM, "quick", (server, client) -> {
          Duel.create(client, "'game':'dudo'");
          client.send("{'type':'quick','game':'dudo'}");
        }),
        refusal(ErrorCode.ALREADY_IN_ROOM, "join", (server, client) -> {
          Duel.create(client, "'game':'dudo'");
          client.send("{'type':'join','room':'" + client.view().code() + "'}");
        }));
  }

  private static List<Refusal> seats() {
    return List.of(
        refusal(ErrorCode.ROOM_FULL, "join", (server, client) -> client.send(
            "{'type':'join','room':'" + Duel.seated(server).host().view().code() + "'}")),
        refusal(ErrorCode.ROOM_FULL, "join a full room in play", (server, client) -> client.send(
            "{'type':'join','room':'" + Duel.playing(server).host().view().code() + "'}")),
        refusal(ErrorCode.ROOM_FULL, "more spectators than may watch", (server, client) -> {
          String code = Duel.seated(server).host().view().code();
          Duel.watch(server.player("Dora"), code);
          client.send("{'type':'join','room':'" + code + "','spectate':true}");
        }),
        refusal(ErrorCode.SEAT_TAKEN, "join", (server, client) -> {
          TestClient host = server.player("Ana");
          Duel.create(host, "'game':'dudo'");
          client.send("{'type':'join','room':'" + host.view().code() + "','seat':0}");
        }),
        refusal(ErrorCode.SEAT_TAKEN, "sit", (server, client) -> {
          Duel.seated(client, server.player("Ana"));
          client.send("{'type':'sit','seat':1}");
        }),
        refusal(ErrorCode.SEAT_TAKEN, "fewer seats than are taken", (server, client) -> {
          Duel.create(client, "'game':'dudo'");
          client.send("{'type':'sit','seat':5}").send("{'type':'configure','seats':4}");
        }));
  }

  private static List<Refusal> host() {
    return List.of(
        refusal(ErrorCode.KICKED, "come back after a kick", (server, client) -> {
          TestClient host = server.player("Ana");
          Duel.seated(host, client);
          host.send("{'type':'kick','seat':1}");
          client.send("{'type':'join','room':'" + host.view().code() + "','spectate':true}");
        }),
        refusal(ErrorCode.NOT_HOST, "configure", (server, client) -> {
          Duel.seated(server.player("Ana"), client);
          client.send("{'type':'configure','visibility':'private'}");
        }),
        refusal(ErrorCode.NOT_HOST, "start", (server, client) -> {
          Duel.seated(server.player("Ana"), client);
          client.send("{'type':'start'}");
        }),
        refusal(ErrorCode.NOT_HOST, "kick", (server, client) -> {
          Duel.seated(server.player("Ana"), client);
          client.send("{'type':'kick','seat':0}");
        }),
        refusal(ErrorCode.BAD_MESSAGE, "kick where nobody sits", (server, client) -> {
          Duel.create(client, "'game':'dudo'");
          client.send("{'type':'kick','seat':3}");
        }),
        refusal(ErrorCode.BAD_MESSAGE, "a seat outside the room", (server, client) -> {
          Duel.create(client, "'game':'dudo','seats':3");
          client.send("{'type':'sit','seat':3}");
        }),
        refusal(ErrorCode.NO_SUCH_BOT, "a bot that the game does not have", (server, client) -> {
          Duel.create(client, "'game':'dudo'");
          client.send("{'type':'bot','seat':3,'bot':'deepBlue'}");
        }),
        refusal(ErrorCode.NO_SUCH_BOT, "no bot to remove", (server, client) -> {
          Duel.create(client, "'game':'dudo'");
          client.send("{'type':'bot','seat':3,'remove':true}");
        }),
        refusal(ErrorCode.SEAT_TAKEN, "a bot on a taken seat", (server, client) -> {
          Duel.create(client, "'game':'dudo'");
          client.send("{'type':'bot','seat':0}");
        }),
        refusal(ErrorCode.BAD_OPTIONS, "configure with an increment and no bank", (server, client) -> {
          Duel.create(client, "'game':'dudo'");
          client.send("{'type':'configure','settings':{'incrementSeconds':5}}");
        }),
        refusal(ErrorCode.NOT_ENOUGH_PLAYERS, "start alone", (server, client) -> {
          Duel.create(client, "'game':'dudo'");
          client.send("{'type':'start'}");
        }));
  }

  private static List<Refusal> match() {
    return List.of(
        refusal(ErrorCode.ALREADY_PLAYING, "join while a match runs in other seats", (server, client) -> {
          TestClient host = server.player("Ana");
          Duel.create(host, "'game':'dudo'");
          Duel.join(server.player("Beto"), host.view().code());
          host.ask("{'type':'start'}");
          client.send("{'type':'join','room':'" + host.view().code() + "'}");
        }),
        inPlay(ErrorCode.ALREADY_PLAYING, "{'type':'sit'}"),
        inPlay(ErrorCode.ALREADY_PLAYING, "{'type':'ready'}"),
        inPlay(ErrorCode.ALREADY_PLAYING, "{'type':'rematch'}"),
        inPlay(ErrorCode.ALREADY_PLAYING, "{'type':'start'}"),
        inPlay(ErrorCode.ALREADY_PLAYING, "{'type':'configure','visibility':'private'}"),
        inPlay(ErrorCode.ALREADY_PLAYING, "{'type':'bot','seat':1}"),
        inPlay(ErrorCode.ILLEGAL_ACTION, "{'type':'act','seq':1,'action':{'column':7}}"),
        inPlay(ErrorCode.BAD_MESSAGE, "{'type':'act','seq':1,'action':{'row':2}}"),
        inPlay(ErrorCode.STALE, "{'type':'act','seq':1,'action':{'column':3},'rev':2}"),
        refusal(ErrorCode.NOT_YOUR_TURN, "an act out of turn", (server, client) -> {
          Duel.seated(server.player("Ana"), client).start();
          client.drop(1, 3);
        }),
        refusal(ErrorCode.NOT_YOUR_TURN, "a spectator's act", (server, client) -> {
          Duel.watch(client, Duel.playing(server).host().view().code());
          client.drop(1, 3);
        }),
        inLobby(ErrorCode.NOT_PLAYING, "{'type':'resign'}"),
        inLobby(ErrorCode.NOT_PLAYING, "{'type':'rematch'}"),
        inLobby(ErrorCode.NOT_PLAYING, "{'type':'act','seq':1,'action':{'column':3}}"),
        spectating("{'type':'ready'}"), spectating("{'type':'resign'}"), spectating("{'type':'rematch'}"),
        refusal(ErrorCode.INTERNAL, "an act that breaks the rules' own code", (server, client) -> {
          Duel.create(client, "'game':'broken'");
          Duel.join(server.player("Ana"), client.view().code());
          client.ask("{'type':'start'}");
          client.drop(1, 0);
        }));
  }

  private static Refusal inPlay(ErrorCode code, String message) {
    return refusal(code, "while playing: " + message, (server, client) -> {
      Duel.seated(client, server.player("Ana")).start();
      client.send(message);
    });
  }

  private static Refusal inLobby(ErrorCode code, String message) {
    return refusal(code, "in the lobby: " + message, (server, client) -> {
      Duel.seated(client, server.player("Ana"));
      client.send(message);
    });
  }

  private static Refusal spectating(String message) {
    return refusal(ErrorCode.NOT_PLAYING, "by a spectator: " + message, (server, client) -> {
      Duel duel = Duel.playing(server);
      duel.hostWins();
      Duel.watch(client, duel.host().view().code());
      client.send(message);
    });
  }
}
