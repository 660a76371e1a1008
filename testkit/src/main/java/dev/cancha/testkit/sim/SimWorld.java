package dev.cancha.testkit.sim;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The world of a simulation: its clock, and what happens next. Nothing happens but by {@link #advance},
 * {@link #runUntil} and {@link #await}, on the thread that made the world; there is no other thread in it.
 *
 * <p>A step is an event that is due, else one task of one event loop that has any, drawn by the seed, else the clock
 * jumps to the next event. Tasks take no time.
 */
public final class SimWorld implements Ticker, AutoCloseable {
  /** Where the clock starts. Not at 0, since Netty takes 0 and -1 for "none". */
  private static final long START_NANOS = 1_000_000_000_000L;
  private static final long START_EPOCH_SECONDS = 1_750_000_000L;
  /** So many steps at one instant are a loop that never ends. */
  private static final int MOST_STEPS_AT_ONCE = 2_000_000;

  private final Thread owner = Thread.currentThread();
  private final long seed;
  private final SimRandom random;
  private final SimRandom choices;
  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final List<SimEventLoop> ready = new ArrayList<>();
  private final List<SimProcess> processes = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final Trace trace = new Trace();
  private final SimNet net;
  private long now = START_NANOS;
  private long planned;
  private int stepsNow;
  private @Nullable SimEventLoop running;

  public SimWorld(long seed) {
    this.seed = seed;
    this.random = new SimRandom(seed);
    this.choices = random.fork("choices");
    this.net = new SimNet(this);
  }

  public long seed() {
    return seed;
  }

  /** Chance for the part {@code name} of the world or of the test: a stream from its beginning, so ask once. */
  public SimRandom random(String name) {
    return random.fork(name);
  }

  public SimNet net() {
    return net;
  }

  public Trace trace() {
    return trace;
  }

  /** SHA-256 over everything that was delivered so far. */
  public String traceHash() {
    return trace.hash();
  }

  // ------------------------------------------------------------------ time

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public long initialNanoTime() {
    return START_NANOS;
  }

  /** Nobody sleeps in a simulation: use {@link #advance}. */
  @Override
  public void sleep(long delay, TimeUnit unit) {
    throw new UnsupportedOperationException("nothing blocks in a simulated world: advance() its clock");
  }

  /** The time that people see. */
  public InstantSource wallClock() {
    return () -> Instant.ofEpochSecond(START_EPOCH_SECONDS).plusNanos(now - START_NANOS);
  }

  /** Since the world began. */
  public Duration elapsed() {
    return Duration.ofNanos(now - START_NANOS);
  }

  /** Does {@code action} after {@code delay}, on no event loop: as the world's own doing. */
  public void after(Duration delay, Runnable action) {
    at(now + delay.toNanos(), action);
  }

  void at(long nanos, Runnable action) {
    owned();
    events.add(new Event(Math.max(nanos, now), planned++, action));
  }

  // ------------------------------------------------------------------ running

  /** One step; false if nothing is left to happen, ever. */
  public boolean step() {
    return step(Long.MAX_VALUE);
  }

  /** Lets the time pass, and all happen that belongs into it. */
  public void advance(Duration time) {
    long until = now + time.toNanos();
    while (step(until)) {
      checked();
    }
    now = until;
  }

  /** Runs until {@code done}; fails if that takes more than {@code most} of the world's time. */
  public void runUntil(BooleanSupplier done, Duration most) {
    if (!reaches(done, most)) {
      throw failure("what was waited for did not happen within " + most, null);
    }
  }

  /** Runs until {@code done} or until {@code most} has passed; which of the two. */
  public boolean reaches(BooleanSupplier done, Duration most) {
    long until = now + most.toNanos();
    while (!done.getAsBoolean()) {
      if (!step(until)) {
        now = until;
        return done.getAsBoolean();
      }
      checked();
    }
    return true;
  }

  /**
   * Runs until {@code stage} is complete and gives its value; fails if it takes more than {@code most}.
   *
   * @throws java.util.concurrent.CompletionException if the stage failed
   */
  public <T> T await(CompletionStage<T> stage, Duration most) {
    CompletableFuture<T> future = stage.toCompletableFuture();
    runUntil(future::isDone, most);
    return future.getNow(null);
  }

  private boolean step(long limit) {
    owned();
    Event next = events.peek();
    if (next != null && next.nanos() <= now) {
      events.remove();
      happen(next.action());
    } else if (!ready.isEmpty()) {
      runTask();
    } else if (next == null || next.nanos() > limit) {
      return false;
    } else {
      now = next.nanos();
      stepsNow = 0;
    }
    return true;
  }

  private void happen(Runnable action) {
    counted(action);
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      failures.add(e);
    }
  }

  private void runTask() {
    int chosen = ready.size() == 1 ? 0 : choices.nextInt(ready.size());
    SimEventLoop loop = ready.get(chosen);
    Runnable task = loop.take();
    if (!loop.hasTasks()) {
      SimEventLoop last = ready.removeLast();
      if (last != loop) {
        ready.set(chosen, last);
      }
    }
    counted(task);
    try {
      as(loop, task);
    } catch (RuntimeException | Error e) {
      if (loop.process().alive()) {
        failures.add(e);
      }
    }
    loop.ran();
  }

  /** Runs {@code task} so that it is in {@code loop}. */
  void as(SimEventLoop loop, Runnable task) {
    SimEventLoop before = running;
    running = loop;
    try {
      task.run();
    } finally {
      running = before;
    }
  }

  private void counted(Runnable task) {
    if (++stepsNow > MOST_STEPS_AT_ONCE) {
      throw failure("time stands still: " + MOST_STEPS_AT_ONCE + " steps at " + elapsed() + ", the last one "
          + task, null);
    }
  }

  private void checked() {
    if (!failures.isEmpty()) {
      throw failure("an exception that nobody caught", failures.getFirst());
    }
  }

  SimFailure failure(String message, @Nullable Throwable cause) {
    return new SimFailure("seed " + seed + ", at " + elapsed() + ": " + message, cause);
  }

  /** What tasks threw and nobody caught. The first one ends {@link #advance} and its like. */
  public List<Throwable> failures() {
    return List.copyOf(failures);
  }

  // ------------------------------------------------------------------ what is in it

  /** A machine with an address of its own and one process that runs on {@code loops} event loops. */
  public SimProcess process(String name, int loops) {
    owned();
    return new SimProcess(this, net.host(name), loops, 1);
  }

  /** The processes that run, in the order in which they began. */
  public List<SimProcess> processes() {
    return List.copyOf(processes);
  }

  /** What is open, running or pending, one line for each; empty when the world is at rest and nothing listens. */
  public List<String> leftovers() {
    List<String> left = new ArrayList<>(net.leftovers());
    processes.forEach(process -> left.addAll(process.leftovers()));
    return left;
  }

  /** Ends all processes without a word, so that nothing outside keeps hold of them. */
  @Override
  public void close() {
    List.copyOf(processes).forEach(process -> process.crash(SimProcess.Crash.POWER));
    events.clear();
  }

  void began(SimProcess process) {
    processes.add(process);
  }

  void ended(SimProcess process) {
    processes.remove(process);
    ready.removeIf(loop -> loop.process() == process);
  }

  void delivered(SimSocket to, ByteBuf chunk) {
    trace.delivered(now, to.traced(), chunk);
  }

  void ready(SimEventLoop loop) {
    ready.add(loop);
  }

  void notReady(SimEventLoop loop) {
    ready.remove(loop);
  }

  @Nullable
  SimEventLoop running() {
    return running;
  }

  void owned() {
    if (!owner.equals(Thread.currentThread())) {
      throw new IllegalStateException("the simulated world belongs to the thread " + owner.getName()
          + ", but " + Thread.currentThread().getName() + " called: nothing in it may use other threads");
    }
  }
}
