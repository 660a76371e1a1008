package dev.cancha.testkit.judge;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Hearer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Follows who speaks in each conversation, and in which room it is at which revision. */
final class Places implements Hearer {
  private final Map<Integer, String> players = new LinkedHashMap<>();
  private final Map<Integer, Place> places = new LinkedHashMap<>();
  private final Map<Integer, Place> claimed = new LinkedHashMap<>();
  private final Map<Integer, Conversation> open = new TreeMap<>();

  /** The player's id, null before {@code welcome}. */
  @Nullable
  String player(Conversation conversation) {
    return players.get(conversation.number());
  }

  @Nullable
  Place place(Conversation conversation) {
    return places.get(conversation.number());
  }

  /** Those whose connection is open, in the order in which they were opened. */
  Iterable<Conversation> open() {
    return open.values();
  }

  @Override
  public void opened(Conversation conversation) {
    open.put(conversation.number(), conversation);
  }

  @Override
  public void closed(Conversation conversation) {
    open.remove(conversation.number());
    places.remove(conversation.number());
    claimed.remove(conversation.number());
  }

  @Override
  public void said(Conversation conversation, ClientMessage message) {
    if (message instanceof ClientMessage.Hello hello && hello.room() != null && hello.rev() != null) {
      claimed.put(conversation.number(), new Place(hello.room(), hello.rev()));
    }
  }

  @Override
  public void heard(Conversation conversation, ServerMessage message, byte[] body) {
    switch (message) {
      case ServerMessage.Welcome welcome -> {
        players.put(conversation.number(), welcome.player().id());
        Place before = claimed.remove(conversation.number());
        if (before != null && before.code.equalsIgnoreCase(welcome.room())) {
          places.put(conversation.number(), before);
        }
      }
      case ServerMessage.Room room -> places.put(conversation.number(),
          new Place(Docs.object(room.doc()).path("code").asString(""), room.rev()));
      case ServerMessage.Patch patch -> {
        Place place = places.get(conversation.number());
        if (place != null && patch.rev() == place.rev + 1) {
          place.rev++;
        }
      }
      case ServerMessage.Left left -> places.remove(conversation.number());
      default -> {
        // says nothing of where one is
      }
    }
  }
}
