package dev.cancha.testkit.judge;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Hearer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Follows who speaks in each conversation, and in which room it is at which revision. */
final class Places implements Hearer {
  /** By the number of the conversation; these count up, and are looked up for every message. */
  private final List<Visit> visits = new ArrayList<>();
  private final Map<Integer, Conversation> open = new TreeMap<>();

  private static final class Visit {
    private @Nullable String player;
    private @Nullable Place place;
    /** Where it says it was before. */
    private @Nullable Place claimed;
  }

  /** The player's id, null before {@code welcome}. */
  @Nullable
  String player(Conversation conversation) {
    return visit(conversation).player;
  }

  @Nullable
  Place place(Conversation conversation) {
    return visit(conversation).place;
  }

  private Visit visit(Conversation conversation) {
    int number = conversation.number();
    while (visits.size() <= number) {
      visits.add(new Visit());
    }
    return visits.get(number);
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
    Visit visit = visit(conversation);
    visit.place = null;
    visit.claimed = null;
  }

  @Override
  public void said(Conversation conversation, ClientMessage message) {
    if (message instanceof ClientMessage.Hello hello && hello.room() != null && hello.rev() != null) {
      visit(conversation).claimed = new Place(hello.room(), hello.rev());
    }
  }

  @Override
  public void heard(Conversation conversation, ServerMessage message, byte[] body) {
    Visit visit = visit(conversation);
    switch (message) {
      case ServerMessage.Welcome welcome -> {
        visit.player = welcome.player().id();
        Place before = visit.claimed;
        visit.claimed = null;
        if (before != null && before.code.equalsIgnoreCase(welcome.room())) {
          visit.place = before;
        }
      }
      case ServerMessage.Room room ->
        visit.place = new Place(Docs.object(room.doc()).path("code").asString(""), room.rev());
      case ServerMessage.Patch patch -> {
        Place place = visit.place;
        if (place != null && patch.rev() == place.rev + 1) {
          place.rev++;
        }
      }
      case ServerMessage.Left left -> visit.place = null;
      default -> {
        // says nothing of where one is
      }
    }
  }
}
