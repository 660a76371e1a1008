package dev.cancha.server.bots;

import dev.cancha.common.game.Bot;
import dev.cancha.common.message.Json;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** A bot that is a class of ours or of the game, and thinks on the threads that all such share. */
record InProcess(Bot<?, ?> bot, Executor executor) implements Player {
  @Override
  public boolean ask(Asking asking, Answers answers) {
    Supplier<Json> task = asking.turns().question(asking.state(), asking.seat(), bot, asking.chance());
    if (task == null) {
      return false;
    }
    try {
      executor.execute(() -> think(task, answers));
    } catch (RejectedExecutionException tooMuch) {
      answers.failed(tooMuch);
    }
    return true;
  }

  private static void think(Supplier<Json> task, Answers answers) {
    Json act;
    try {
      act = task.get();
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError broken) {
      answers.failed(broken);
      return;
    }
    answers.decided(act);
  }

  /** A thread cannot be taken from it. */
  @Override
  public boolean giveUp() {
    return false;
  }

  @Override
  public void close() {}
}
