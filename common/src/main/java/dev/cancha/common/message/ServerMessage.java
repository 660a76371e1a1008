package dev.cancha.common.message;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the server sends. An absent member is null; {@code re} is the {@code id} of the request that it answers. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ServerMessage {
  /**
   * Answers {@code hello}.
   *
   * @param token secret: it is the session
   * @param resumed true where the token was known, else absent
   * @param room the code of the room that the session is in
   */
  @JsonTypeName("welcome")
  record Welcome(@Nullable Integer re, int protocol, Player player, String token, @Nullable Boolean resumed,
      @Nullable String room, Server server, List<GameEntry> games, Limits limits) implements ServerMessage {
    public Welcome {
      games = List.copyOf(games);
    }
  }

  /** Who plays: the id is the same in every room and after every resume. */
  record Player(String id, String name) {}

  record Server(String name, String version) {}

  /** A game on offer; {@code tickRate} in ticks a second, 0: turn-based. */
  record GameEntry(String id, String title, int minSeats, int maxSeats, int tickRate) {}

  record Limits(int maxFrameBytes, int actsPerSecond, int messagesPerSecond, int heartbeatMillis) {}

  /** Describes a game; {@code options} to {@code event} are JSON Schemas, absent where the game has no such thing. */
  @JsonTypeName("game")
  record GameDescription(@Nullable Integer re, String id, String title, String help, List<String> bots,
      Json options,
      Json action, Json view, @Nullable Json me, Json event) implements ServerMessage {
    public GameDescription {
      bots = List.copyOf(bots);
    }
  }

  /** The public rooms: at most 500, newest first. */
  @JsonTypeName("rooms")
  record Rooms(@Nullable Integer re, List<RoomEntry> rooms) implements ServerMessage {
    public Rooms {
      rooms = List.copyOf(rooms);
    }
  }

  /** A room in the list: {@code seats} in all, {@code taken} of them, {@code locked} by a password. */
  record RoomEntry(String code, String game, Phase phase, int seats, int taken, int spectators,
      boolean locked) {}

  /**
   * The whole room as this client may see it.
   *
   * @param now the match time at sending, in milliseconds
   * @param doc the room document
   * @param you the client's own place
   * @param chat the last messages, oldest first, at most 50
   */
  @JsonTypeName("room")
  record Room(@Nullable Integer re, long rev, long now, Json doc, You you,
      List<Chat> chat) implements ServerMessage {
    public Room {
      chat = List.copyOf(chat);
    }
  }

  /** The client's own seat, absent for a spectator, and the highest {@code seq} of its acts applied. */
  record You(@Nullable Integer seat, long seq) {}

  /**
   * One revision.
   *
   * @param acks seat to the highest {@code seq} applied, of the seats whose acts this step answered
   * @param patch a JSON Merge Patch (RFC 7396) from revision {@code rev} - 1 of the document
   * @param events the game's public happenings of this step, in order
   */
  @JsonTypeName("patch")
  record Patch(long rev, @Nullable SortedMap<Integer, Long> acks, Json patch,
      @Nullable List<Json> events) implements ServerMessage {
    public Patch {
      acks = acks == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(acks));
      events = events == null ? null : List.copyOf(events);
    }
  }

  /** The request is done; {@code rev} is that of the room after it, where there is one. */
  @JsonTypeName("done")
  record Done(@Nullable Integer re, @Nullable Long rev) implements ServerMessage {}

  @JsonTypeName("left")
  record Left(@Nullable Integer re, LeftReason reason) implements ServerMessage {}

  /** Who watches: player id to name. */
  @JsonTypeName("spectators")
  record Spectators(SortedMap<String, Spectator> spectators) implements ServerMessage {
    public Spectators {
      spectators = Collections.unmodifiableSortedMap(new TreeMap<>(spectators));
    }
  }

  record Spectator(String name) {}

  /** A chat message; {@code n} rises by 1 in its room, {@code time} is in milliseconds since 1970 UTC. */
  @JsonTypeName("chat")
  record Chat(long n, Speaker from, String text, long time) implements ServerMessage {}

  record Speaker(String id, String name, @Nullable Integer seat) {}

  /** Answers {@code ping}; {@code time} is in milliseconds since 1970 UTC. */
  @JsonTypeName("pong")
  record Pong(@Nullable Integer re, @Nullable Json t, long time) implements ServerMessage {}

  /** To be answered by {@code pong} with the same {@code t}. */
  @JsonTypeName("ping")
  record Ping(Json t) implements ServerMessage {}

  /** A request or message was refused; {@code message} is a sentence for a person. */
  @JsonTypeName("error")
  record Failure(@Nullable Integer re, @Nullable Long seq, ErrorCode code,
      String message) implements ServerMessage {}

  /** The room lives on another node: say {@code hello} there and repeat the request. */
  @JsonTypeName("moved")
  record Moved(@Nullable Integer re, String host, int port, String room) implements ServerMessage {}

  /** The server closes now. */
  @JsonTypeName("bye")
  record Bye(ByeCode code, String message, @Nullable Long retryAfterMillis) implements ServerMessage {}
}
