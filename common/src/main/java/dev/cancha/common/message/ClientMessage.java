package dev.cancha.common.message;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a client sends. An absent member is null. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ClientMessage {
  /** A message that is answered by exactly one with its {@code id} as {@code re}, when it has one. */
  sealed interface Request extends ClientMessage {
    /** 1 to 2^31-1, or absent. */
    @Nullable
    Integer id();
  }

  /** What only the room of the session answers. */
  sealed interface RoomRequest extends Request {}

  /**
   * Opens a connection, or resumes a session on it.
   *
   * @param name 1 to 24 characters; ignored where the token resumes a session, else required
   * @param protocol 1 if absent
   * @param token of an earlier {@code welcome}: 22 to 128 of {@code A-Za-z0-9_-}
   * @param room with {@code token}: the code of the room that the client knows
   * @param rev with {@code room}: the last revision that the client has applied
   * @param auth a signed identity, where the server asks for one
   * @param client free text, for logs
   */
  @JsonTypeName("hello")
  record Hello(@Nullable Integer id, @Nullable String name, @Nullable Integer protocol,
      @Nullable String token,
      @Nullable String room, @Nullable Long rev, @Nullable String auth,
      @Nullable String client) implements Request {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22,128}");

    public Hello {
      Check.id(id);
      if (token != null && !TOKEN.matcher(token).matches()) {
        throw new Invalid(ErrorCode.BAD_TOKEN, "'token' must be 22 to 128 of A-Z, a-z, 0-9, '_' and '-'");
      }
      if (name == null && token == null) {
        throw Check.bad("'name' is missing");
      }
      name = name == null ? null : Check.text("name", name, Protocol.MAX_NAME_CHARACTERS);
      if (rev != null) {
        Check.range("rev", rev, 0, Protocol.MAX_INTEGER);
      }
    }
  }

  /** Asks for a game's help, bots and schemas. */
  @JsonTypeName("describe")
  record Describe(@Nullable Integer id, String game) implements Request {
    public Describe {
      Check.id(id);
      Check.present("game", game);
    }
  }

  /**
   * Asks for the public rooms.
   *
   * @param game only rooms of this game, or all if absent
   * @param watch true: {@code rooms} again when the list changes; false: no more
   */
  @JsonTypeName("list")
  record ListRooms(@Nullable Integer id, @Nullable String game, @Nullable Boolean watch) implements Request {
    public ListRooms {
      Check.id(id);
    }
  }

  /**
   * Opens a room.
   *
   * @param options the game's own object; its defaults where members are absent
   * @param seats the game's most if absent
   * @param visibility public if absent
   * @param password 1 to 64 characters
   * @param bots how many seats bots take at once, 0 if absent
   * @param spectate true: the creator takes no seat
   */
  @JsonTypeName("create")
  record Create(@Nullable Integer id, String game, @Nullable Json options, @Nullable Settings settings,
      @Nullable Integer seats, @Nullable Visibility visibility, @Nullable String password,
      @Nullable Integer bots,
      @Nullable Boolean spectate) implements Request {
    public Create {
      Check.id(id);
      Check.present("game", game);
      options = Check.object("options", options);
      Check.range("seats", seats, 1, 64);
      Check.length("password", password, 1, Protocol.MAX_PASSWORD_CHARACTERS);
      Check.range("bots", bots, 0, 64);
    }
  }

  /**
   * Enters a room.
   *
   * @param room its code, case ignored
   * @param password 1 to 64 characters
   * @param seat any free one if absent
   * @param spectate true: to watch
   */
  @JsonTypeName("join")
  record Join(@Nullable Integer id, String room, @Nullable String password, @Nullable Integer seat,
      @Nullable Boolean spectate) implements Request {
    public Join {
      Check.id(id);
      Check.present("room", room);
      Check.length("password", password, 1, Protocol.MAX_PASSWORD_CHARACTERS);
      Check.range("seat", seat, 0, 63);
    }
  }

  /** Enters the fullest fitting public room, or opens one. */
  @JsonTypeName("quick")
  record Quick(@Nullable Integer id, String game, @Nullable Json options) implements Request {
    public Quick {
      Check.id(id);
      Check.present("game", game);
      options = Check.object("options", options);
    }
  }

  /** Leaves the room; while playing that is a resignation. */
  @JsonTypeName("leave")
  record Leave(@Nullable Integer id) implements RoomRequest {
    public Leave {
      Check.id(id);
    }
  }

  /**
   * The host changes the room, in {@code lobby} or {@code over}.
   *
   * @param options replaced whole
   * @param settings members given replace, others stay
   * @param password up to 64 characters; empty removes it
   */
  @JsonTypeName("configure")
  record Configure(@Nullable Integer id, @Nullable Json options, @Nullable Settings settings,
      @Nullable Integer seats, @Nullable Visibility visibility,
      @Nullable String password) implements RoomRequest {
    public Configure {
      Check.id(id);
      options = Check.object("options", options);
      Check.range("seats", seats, 1, 64);
      Check.length("password", password, 0, Protocol.MAX_PASSWORD_CHARACTERS);
    }
  }

  /** Takes a free seat, or stands up to watch where {@code seat} is absent. */
  @JsonTypeName("sit")
  record Sit(@Nullable Integer id, @Nullable Integer seat) implements RoomRequest {
    public Sit {
      Check.id(id);
      Check.range("seat", seat, 0, 63);
    }
  }

  /** Ready for the next match; true if absent. */
  @JsonTypeName("ready")
  record Ready(@Nullable Integer id, @Nullable Boolean ready) implements RoomRequest {
    public Ready {
      Check.id(id);
    }
  }

  /** The host starts the match without waiting for the rest. */
  @JsonTypeName("start")
  record Start(@Nullable Integer id) implements RoomRequest {
    public Start {
      Check.id(id);
    }
  }

  /**
   * The host gives a seat to a bot, or takes one out.
   *
   * @param bot its name; the game's default if absent
   * @param remove true: out with it
   */
  @JsonTypeName("bot")
  record Bot(@Nullable Integer id, Integer seat, @Nullable String bot,
      @Nullable Boolean remove) implements RoomRequest {
    public Bot {
      Check.id(id);
      Check.range("seat", Check.present("seat", seat), 0, 63);
    }
  }

  /** The host sends someone away: who sits on {@code seat}, or {@code player} by id. */
  @JsonTypeName("kick")
  record Kick(@Nullable Integer id, @Nullable Integer seat, @Nullable String player) implements RoomRequest {
    public Kick {
      Check.id(id);
      Check.range("seat", seat, 0, 63);
      if ((seat == null) == (player == null)) {
        throw Check.bad("either 'seat' or 'player' says who is kicked");
      }
    }
  }

  /**
   * An act of the game. Answered by a patch whose {@code acks} reach {@code seq}, or by an error with that
   * {@code seq}.
   *
   * @param seq 1 to 2^53-1, rising with each act of the session in its room
   * @param action the game's own object
   * @param rev the revision it was decided on
   */
  @JsonTypeName("act")
  record Act(Long seq, Json action, @Nullable Long rev) implements ClientMessage {
    public Act {
      Check.range("seq", Check.present("seq", seq), 1, Protocol.MAX_INTEGER);
      action = Check.present("action", Check.object("action", action));
      if (rev != null) {
        Check.range("rev", rev, 0, Protocol.MAX_INTEGER);
      }
    }
  }

  /** Gives the match up. */
  @JsonTypeName("resign")
  record Resign(@Nullable Integer id) implements RoomRequest {
    public Resign {
      Check.id(id);
    }
  }

  /** In {@code over}: the same as {@code ready}. */
  @JsonTypeName("rematch")
  record Rematch(@Nullable Integer id) implements RoomRequest {
    public Rematch {
      Check.id(id);
    }
  }

  /** Says something to everyone in the room: 1 to 300 characters. */
  @JsonTypeName("chat")
  record Say(@Nullable Integer id, String text) implements RoomRequest {
    public Say {
      Check.id(id);
      text = Check.text("text", Check.present("text", text), Protocol.MAX_CHAT_CHARACTERS);
    }
  }

  /** Asks for the whole room. */
  @JsonTypeName("sync")
  record Sync(@Nullable Integer id) implements RoomRequest {
    public Sync {
      Check.id(id);
    }
  }

  /** Asks for a {@code pong} with the same {@code t}: any JSON value of up to 64 bytes. */
  @JsonTypeName("ping")
  record Ping(@Nullable Integer id, @Nullable Json t) implements Request {
    public Ping {
      Check.id(id);
      if (t != null) {
        Check.range("t, in bytes,", t.length(), 1, Protocol.MAX_ECHO_BYTES);
      }
    }
  }

  /** Answers a server's {@code ping}, with its {@code t}. */
  @JsonTypeName("pong")
  record Pong(@Nullable Json t) implements ClientMessage {
    public Pong {
      if (t != null) {
        Check.range("t, in bytes,", t.length(), 1, Protocol.MAX_ECHO_BYTES);
      }
    }
  }
}
