package dev.cancha.app.match;

import dev.cancha.common.bots.SplitMix;
import dev.cancha.common.game.Bot;
import dev.cancha.common.message.Json;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bot that is a class: it thinks on the thread of the match, for as long as it likes, and all its chance follows from
 * the match. Owner: that thread.
 */
record ClassMind(Bot<?, ?> bot, SplitMix chance) implements Mind {
  @Override
  public @Nullable Answer ask(Question question) {
    Supplier<Json> task = question.turns()
        .question(question.state(), question.seat(), bot, new SplitMix(chance.next()));
    return task == null ? null : () -> decided(task);
  }

  private static Json decided(Supplier<Json> task) throws Failed {
    try {
      return task.get();
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError broken) {
      throw new Failed(FaultKind.CRASH, "threw " + broken);
    }
  }

  @Override
  public void close() {}
}
