package dev.cancha.common.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The threads that live now and did not live when this was made, after a time of grace. A thread that is ending is
 * waited for; one that goes on is named with the top of its stack.
 */
final class LeftThreads {
  /** Threads of the JVM, of the test tools and of Netty's process-wide executor, which end or stay by themselves. */
  private static final Pattern NOT_OURS = Pattern.compile(
      "Common-Cleaner|Cleaner-.*|process reaper.*|Attach Listener|Signal Dispatcher|DestroyJavaVM|Java2D.*"
          + "|Keep-Alive-.*|ForkJoinPool\\.commonPool-.*|VirtualThread-unparker|ForkJoinPool-\\d+-worker-.*"
          + "|CompletableFutureDelayScheduler|MemoryPoller|surefire-.*|junit-.*|JUnit-.*|globalEventExecutor-.*"
          + "|awaitility-.*|ByteBuddy.*");
  private static final long GRACE_MILLIS = 2_000;
  private static final long POLL_MILLIS = 10;
  private static final int STACK_LINES = 8;

  private final Set<Thread> before = new HashSet<>(alive());

  /** One description per thread that is left; waits only while there are any. */
  List<String> await() throws InterruptedException {
    long deadline = System.nanoTime() + GRACE_MILLIS * 1_000_000;
    List<Thread> left = left();
    while (!left.isEmpty() && System.nanoTime() < deadline) {
      left.getFirst().join(POLL_MILLIS);
      left = left();
    }
    return left.stream().map(LeftThreads::describe).toList();
  }

  private List<Thread> left() {
    List<Thread> left = new ArrayList<>(alive());
    left.removeIf(thread -> before.contains(thread) || NOT_OURS.matcher(thread.getName()).matches());
    return left;
  }

  /** Platform threads, of all groups. A virtual thread is left by whoever does not close its executor. */
  private static List<Thread> alive() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[root.activeCount() + 16];
    int count = root.enumerate(threads, true);
    while (count == threads.length) {
      threads = new Thread[threads.length * 2];
      count = root.enumerate(threads, true);
    }
    return Arrays.asList(threads).subList(0, count);
  }

  private static String describe(Thread thread) {
    StringBuilder text = new StringBuilder("the thread '").append(thread.getName()).append("' still runs:");
    Arrays.stream(thread.getStackTrace())
        .limit(STACK_LINES)
        .forEach(frame -> text.append(System.lineSeparator()).append("    at ").append(frame));
    return text.toString();
  }
}
