package dev.cancha.app.terminal;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.ServerMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the screens are told from outside, in one order. */
public sealed interface Heard {
  /** These servers were found up to now. */
  record Found(List<Server> servers) implements Heard {
    public Found {
      servers = List.copyOf(servers);
    }
  }

  /** The server has said who this player is, for the first time. */
  record Welcomed(String player, String name, List<ServerMessage.GameEntry> games) implements Heard {
    public Welcomed {
      games = List.copyOf(games);
    }
  }

  /** The list of rooms, which is being watched. */
  record Rooms(List<ServerMessage.RoomEntry> rooms) implements Heard {
    public Rooms {
      rooms = List.copyOf(rooms);
    }
  }

  /**
   * The room as it is now.
   *
   * @param matchMillis the match's time
   * @param chat what was said last, some of it maybe known
   */
  record Changed(JsonNode doc, long matchMillis, List<ServerMessage.Chat> chat) implements Heard {
    public Changed {
      chat = List.copyOf(chat);
    }
  }

  /** Somebody said something. */
  record Said(ServerMessage.Chat chat) implements Heard {}

  /** Who looks on. */
  record Watching(List<String> names) implements Heard {
    public Watching {
      names = List.copyOf(names);
    }
  }

  /** This player is in no room any more. */
  record Left(LeftReason reason) implements Heard {}

  /** The connection is lost; it is tried again. */
  record Lost() implements Heard {}

  /** The connection is back; the player has another id where the server did not know the session any more. */
  record Back(String player) implements Heard {}

  /** The server complains of something that nobody here waits for. */
  record Told(String sentence) implements Heard {}

  /** The connection is lost for good; {@code why} is a sentence. */
  record Closed(String why) implements Heard {}

  /** {@code request} was done. */
  record Answered(ClientMessage.Request request, ServerMessage answer) implements Heard {}

  /**
   * What was asked for was refused.
   *
   * @param request null: an act
   * @param code null: the connection was lost
   * @param why a sentence
   */
  record Refused(ClientMessage.@Nullable Request request, @Nullable ErrorCode code,
      String why) implements Heard {}

  /** Whoever runs the process wants it to end now. */
  record Stop() implements Heard {}
}
