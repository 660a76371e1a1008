package dev.cancha.server.room;

import dev.cancha.common.message.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The line that a program is asked with: {@code docs/writing-a-bot.md} says what each member means. It holds what the
 * seat may know, and no more.
 */
record BotQuestion(String type, int protocol, String game, int seat, Object view, @Nullable Object me,
    List<Json> legal, long limitMillis) {
  /** The only kind of question there is. */
  static final String ACT = "act";
  /** Rises when a program written for the one before would no longer understand. */
  static final int PROTOCOL = 1;
}
