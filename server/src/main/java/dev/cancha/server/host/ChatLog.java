package dev.cancha.server.host;

import dev.cancha.common.message.ServerMessage.Chat;
import dev.cancha.common.message.ServerMessage.Speaker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last things said in a room. Owner: the room's event loop. */
final class ChatLog {
  private final int kept;
  private final Deque<Said> said = new ArrayDeque<>();
  private long count;

  /** {@code rev} is the revision that was shown when it was said. */
  private record Said(Chat chat, long rev) {}

  ChatLog(int kept) {
    this.kept = kept;
  }

  Chat add(Speaker from, String text, long timeMillis, long rev) {
    Chat chat = new Chat(++count, from, text, timeMillis);
    said.addLast(new Said(chat, rev));
    if (said.size() > kept) {
      said.removeFirst();
    }
    return chat;
  }

  List<Chat> all() {
    List<Chat> all = new ArrayList<>();
    said.forEach(one -> all.add(one.chat()));
    return all;
  }

  /** What was said while {@code rev} was shown or later: perhaps one who saw {@code rev} has read some of it. */
  List<Chat> since(long rev) {
    List<Chat> since = new ArrayList<>();
    said.stream().filter(one -> one.rev() >= rev).forEach(one -> since.add(one.chat()));
    return since;
  }
}
