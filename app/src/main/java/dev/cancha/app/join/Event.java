package dev.cancha.app.join;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.ServerMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the line mode hears, from the keyboard and from the server, in one order. */
public sealed interface Event {
  /** A line was typed. */
  record Line(String text) implements Event {}

  /** No line will follow; those before are still worked off. */
  record End() implements Event {}

  /** The player wants to go at once (Ctrl-C). */
  record Stop() implements Event {}

  /** The server has said who this player is, for the first time. */
  record Welcomed(String player, List<ServerMessage.GameEntry> games) implements Event {
    public Welcomed {
      games = List.copyOf(games);
    }
  }

  /** The room's document as it is now, and the public happenings that made it so. */
  record Changed(JsonNode doc, List<JsonNode> happenings) implements Event {
    public Changed {
      happenings = List.copyOf(happenings);
    }
  }

  /** Somebody said {@code text}. */
  record Said(String name, String text) implements Event {}

  /** This player is in no room any more. */
  record Left(LeftReason reason) implements Event {}

  /** The connection is lost; the client tries to get it back. */
  record Lost() implements Event {}

  /** The connection is back; the player has another id where the server did not know the session any more. */
  record Back(String player) implements Event {}

  /** The server complains of something that nobody here waits for. */
  record Told(String sentence) implements Event {}

  /** The connection is lost for good; {@code why} is a sentence. */
  record Closed(String why) implements Event {}

  /** {@code request} was done. */
  record Answered(ClientMessage.Request request, ServerMessage answer) implements Event {}

  /** What was asked last in a row (null: an act) was refused; {@code why} is a sentence. */
  record Refused(ClientMessage.@Nullable Request request, String why) implements Event {}

  /** An act was applied. */
  record Acted() implements Event {}
}
