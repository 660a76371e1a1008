package dev.cancha.server.host;

import dev.cancha.server.room.Outcome.Verdict;
import dev.cancha.server.room.RoomInput.Single;
import dev.cancha.server.room.SessionId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits for the next tick of a room, in the order in which it came. Owner: the room's event loop. */
final class Gathering {
  private List<Item> items = new ArrayList<>();

  /** {@code input} is absent where a request only waits for what was asked before it. */
  record Item(@Nullable Single input, Asker asker) {}

  void add(@Nullable Single input, Asker asker) {
    items.add(new Item(input, asker));
  }

  /** Adds what became due at {@code deadline} before everything that came since. */
  void addDue(Single input, long deadline) {
    int place = 0;
    while (place < items.size() && before(items.get(place), deadline)) {
      place++;
    }
    items.add(place, new Item(input, Asker.NOBODY));
  }

  boolean waits(SessionId session) {
    return items.stream().anyMatch(item -> item.asker().session().equals(session));
  }

  List<Item> take() {
    List<Item> taken = items;
    items = new ArrayList<>();
    return taken;
  }

  static List<Single> inputs(List<Item> items) {
    List<Single> inputs = new ArrayList<>(items.size());
    for (Item item : items) {
      if (item.input() != null) {
        inputs.add(item.input());
      }
    }
    return inputs;
  }

  /** {@code verdicts} are those of the inputs alone. */
  static List<Reply> replies(List<Item> items, List<Verdict> verdicts) {
    Iterator<Verdict> each = verdicts.iterator();
    List<Reply> replies = new ArrayList<>(items.size());
    for (Item item : items) {
      replies.add(item.input() == null ? Reply.applied(item.asker()) : new Reply(item.asker(), each.next()));
    }
    return replies;
  }

  private static boolean before(Item item, long at) {
    return item.input() == null || item.input().at() < at;
  }
}
