package dev.cancha.app.match;

import dev.cancha.common.CompositionRoot;
import dev.cancha.common.message.Json;
import dev.cancha.server.bots.Launcher;
import dev.cancha.server.room.Asked;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A bot that is a program: one process for one seat of one match, started when it is asked first. Owner: the thread
 * of the match, but for what is heard, which comes on threads of the process.
 */
@CompositionRoot("waits for a program on the match's thread, which has nothing else to do")
final class ProgramMind implements Mind, Launcher.Ears {
  private static final int LONGEST_QUOTE = 100;

  private final Launcher launcher;
  private final Launcher.Order order;
  private final Patience patience;
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private Launcher.@Nullable Child child;
  private volatile String complaint = "";

  /** Something that came from the program. */
  private sealed interface Heard {}

  @SuppressWarnings("ArrayRecordComponent") // handed over to be read once, never compared
  private record Line(byte[] utf8) implements Heard {}

  private record Ended(String how) implements Heard {}

  ProgramMind(Launcher launcher, Launcher.Order order, Patience patience) {
    this.launcher = launcher;
    this.order = order;
    this.patience = patience;
  }

  @Override
  public @Nullable Answer ask(Question question) {
    Duration limit = child == null ? patience.first() : patience.next();
    Asked asked = question.turns().asked(question.state(), question.seat(), limit.toMillis());
    if (asked == null) {
      return null;
    }
    long deadlineNanos = System.nanoTime() + limit.toNanos();
    if (child == null) {
      child = launcher.launch(order, this);
    } else if (heard.peek() instanceof Line early) {
      return () -> {
        throw new Failed(FaultKind.ILLEGAL, "wrote a line that nobody had asked for, " + quoted(early.utf8));
      };
    }
    child.send(asked.line());
    return () -> await(asked, limit, deadlineNanos);
  }

  private Json await(Asked asked, Duration limit, long deadlineNanos) throws Failed {
    Heard next;
    try {
      next = heard.poll(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stopped();
    }
    return switch (next) {
      case null -> throw new Failed(FaultKind.TIMEOUT, "did not answer within " + Patience.told(limit));
      case Ended ended -> throw new Failed(FaultKind.CRASH, ended.how + complaint);
      case Line line -> act(asked, line.utf8);
    };
  }

  private static Json act(Asked asked, byte[] utf8) throws Failed {
    try {
      return asked.act().apply(Json.ofChecked(utf8));
    } catch (RuntimeException notAnAct) {
      throw new Failed(FaultKind.ILLEGAL,
          "answered " + quoted(utf8) + ", which is no act: " + notAnAct.getMessage());
    }
  }

  private static String quoted(byte[] utf8) {
    String text = new String(utf8, 0, Math.min(utf8.length, LONGEST_QUOTE), StandardCharsets.UTF_8);
    return "'" + text + (utf8.length > LONGEST_QUOTE ? "…'" : "'");
  }

  @Override
  public void line(byte[] utf8) {
    heard.add(new Line(utf8));
  }

  /** The last one is often the reason: an exception's own line. */
  @Override
  public void complaint(String line) {
    complaint = ", and said last: " + line;
  }

  @Override
  public void ended(String how) {
    heard.add(new Ended(how));
  }

  @Override
  public void close() {
    if (child != null) {
      child.end();
    }
  }
}
