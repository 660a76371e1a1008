package dev.cancha.testkit.judge;

import dev.cancha.server.room.RoomInput;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Hearer;
import dev.cancha.testkit.scene.Ledger;
import java.util.Map;
import java.util.TreeMap;

/** Which process of the server a conversation is with: the first is 0. */
final class Generations implements Hearer, Ledger.Witness {
  private final Map<Integer, Integer> ofConversations = new TreeMap<>();
  private int now;

  int now() {
    return now;
  }

  int of(Conversation conversation) {
    return ofConversations.getOrDefault(conversation.number(), now);
  }

  @Override
  public void opened(Conversation conversation) {
    ofConversations.put(conversation.number(), now);
  }

  @Override
  public void applied(String room, long position, RoomInput input, byte[] patch) {
    // none begins with it
  }

  @Override
  public void crashed() {
    now++;
  }
}
