package dev.cancha.server.bots;

import dev.cancha.common.message.Json;
import dev.cancha.server.room.Asked;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said with one process: a line is asked, a line is answered, in the same order. Whatever else it writes ends
 * it, so that a program cannot bring more to the room's loop than it was asked for. Any thread: the room asks on its
 * loop, and the process is heard on threads of its own.
 */
final class Conversation implements Launcher.Ears {
  private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
  /** Of one process; then the log has enough of it. */
  private static final int MOST_COMPLAINTS = 100;
  private static final int LONGEST_QUOTE = 200;

  private final Programs programs;
  /** Which bot, in which room, on which seat. */
  private final String who;
  private final Queue<Open> open = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger complaints = new AtomicInteger();
  private volatile Launcher.@Nullable Child child;

  private record Open(Asked asked, Player.Answers answers) {}

  private Conversation(Programs programs, String who) {
    this.programs = programs;
    this.who = who;
  }

  /** Starts {@code program}, which {@code programs} have admitted. */
  static Conversation begin(Programs programs, Program program, String who) {
    Conversation begun = new Conversation(programs, who);
    Launcher.Child child = programs.launch(program, begun);
    begun.child = child;
    if (begun.over()) {
      child.end();
    }
    return begun;
  }

  boolean over() {
    return over.get();
  }

  void ask(Asked asked, Player.Answers answers) {
    open.add(new Open(asked, answers));
    Launcher.Child its = child;
    if (its != null) {
      its.send(asked.line());
    }
    if (over()) {
      nothingMore();
    }
  }

  @Override
  public void line(byte[] utf8) {
    if (over()) {
      return;
    }
    Open next = open.poll();
    if (next == null) {
      end("wrote a line that nobody had asked for, '" + quoted(utf8)
          + "'; only answers may go to standard output");
      return;
    }
    Json act;
    try {
      act = next.asked().act().apply(Json.ofChecked(utf8));
    } catch (RuntimeException notAnAct) {
      next.answers().failed(null);
      end("answered what is no act, '" + quoted(utf8) + "': " + notAnAct.getMessage());
      return;
    }
    next.answers().decided(act);
  }

  @Override
  public void complaint(String line) {
    int count = complaints.incrementAndGet();
    if (count <= MOST_COMPLAINTS && LOG.isInfoEnabled()) {
      LOG.info("{} says: {}", who, printable(line));
    }
    if (count == MOST_COMPLAINTS) {
      LOG.info("{}: what it says from now on is not written down", who);
    }
  }

  @Override
  public void ended(String how) {
    end(how);
  }

  /** Ends the process; {@code how} is written to the log, unless it is absent since all is well. */
  void end(@Nullable String how) {
    if (!over.compareAndSet(false, true)) {
      return;
    }
    programs.gone();
    if (how != null) {
      LOG.warn("{}: the program {}", who, how);
    }
    Launcher.Child its = child;
    if (its != null) {
      its.end();
    }
    nothingMore();
  }

  private void nothingMore() {
    for (Open left = open.poll(); left != null; left = open.poll()) {
      left.answers().failed(null);
    }
  }

  private static String quoted(byte[] utf8) {
    return printable(new String(utf8, 0, Math.min(utf8.length, LONGEST_QUOTE), StandardCharsets.UTF_8));
  }

  /** No line of a log breaks in the middle, nor colours a terminal. */
  private static String printable(String text) {
    String shortened = text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    return shortened.replaceAll("\\p{Cntrl}", " ");
  }
}
