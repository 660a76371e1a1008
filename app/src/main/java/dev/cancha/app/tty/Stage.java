package dev.cancha.app.tty;

import dev.cancha.app.text.Key;
import dev.cancha.app.text.KeyDecoder;
import dev.cancha.app.text.Show;
import dev.cancha.app.text.Window;
import dev.cancha.common.CompositionRoot;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Shows one thing after the other on the terminal of the process. The thread that calls {@link #run} owns what is
 * shown; keys come from a thread of their own, and everything else through {@link #post}.
 */
@CompositionRoot("the thread of the command waits here for the next key, news or second, and keys are read beside it")
public final class Stage {
  private static final long IDLE_MILLIS = 250;
  private static final long KEY_MILLIS = 100;
  private static final long ESCAPE_MILLIS = 50;
  private static final long GOODBYE_MILLIS = 3_000;
  /** Whoever is told to stop by one of these has failed with 128 and its number, as everywhere. */
  private static final Map<String, Integer> SIGNALS = Map.of("HUP", 129, "INT", 130, "TERM", 143);

  private final Map<String, String> environment;
  private final BlockingQueue<Runnable> news = new LinkedBlockingQueue<>();
  private final CountDownLatch gone = new CountDownLatch(1);
  /** The exit code that a signal asks for; 0 before there was one. */
  private final AtomicInteger stopped = new AtomicInteger();
  private volatile boolean reading = true;

  public Stage(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** {@code task} is run by the thread that shows, before it draws next. */
  public void post(Runnable task) {
    news.add(task);
  }

  /** Whether the process has a terminal on which a cursor can be moved. */
  public static boolean usable(Map<String, String> environment) {
    String type = environment.getOrDefault("TERM", "");
    return !type.isEmpty() && !type.equals("dumb");
  }

  /** How wide the terminal of the process is, or 0 where it does not say. */
  public static int columns() {
    try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(false).build()) {
      return Math.max(0, terminal.getColumns());
    } catch (IOException e) {
      return 0;
    }
  }

  /** Shows {@code show} until it is over. The terminal is as before afterwards, also where this throws. */
  public void run(Show show) throws IOException {
    HeldErrors errors = new HeldErrors();
    try (Terminal terminal = TerminalBuilder.builder()
        .system(true)
        .dumb(false)
        .nativeSignals(true)
        .build()) {
      Attributes before = terminal.getAttributes();
      Glass glass = new Glass(terminal, colours(terminal));
      errors.hold();
      Map<String, Object> former = listen(show);
      Thread keys = null;
      try {
        terminal.enterRawMode();
        Attributes raw = terminal.getAttributes();
        raw.setLocalFlag(LocalFlag.ISIG, false); // Ctrl-C is a key like any other
        terminal.setAttributes(raw);
        terminal.handle(Signal.WINCH, _ -> post(() -> {}));
        glass.open();
        keys = Thread.ofPlatform().name("cancha-keys").daemon().start(() -> read(terminal, show));
        play(show, glass);
      } finally {
        reading = false;
        await(keys);
        glass.close();
        terminal.setAttributes(before);
        former.forEach(Signals::unregister);
        errors.release();
      }
    } finally {
      gone.countDown();
    }
    if (stopped.get() != 0) {
      Runtime.getRuntime().exit(stopped.get());
    }
  }

  private void play(Show show, Glass glass) {
    while (!show.over()) {
      Window window = glass.size();
      glass.draw(show.draw(window), window);
      Runnable next = next();
      show.at(System.nanoTime() / 1_000_000);
      while (next != null) {
        next.run();
        next = news.poll();
      }
    }
  }

  private @Nullable Runnable next() {
    try {
      return news.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a screen was shown", e);
    }
  }

  private void read(Terminal terminal, Show show) {
    KeyDecoder decoder = new KeyDecoder();
    NonBlockingReader reader = terminal.reader();
    try {
      while (reading) {
        int unit = reader.read(decoder.waits() ? ESCAPE_MILLIS : KEY_MILLIS);
        if (unit == NonBlockingReader.EOF) {
          post(() -> show.on(Key.STOP)); // the terminal is gone
          return;
        }
        for (Key key : unit == NonBlockingReader.READ_EXPIRED ? decoder.silence()
            : decoder.take((char) unit)) {
          post(() -> show.on(key));
        }
      }
    } catch (IOException e) {
      post(() -> show.on(Key.STOP));
    }
  }

  private static void await(@Nullable Thread thread) {
    try {
      if (thread != null) {
        thread.join(GOODBYE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** For when the process is asked to stop: asks {@code show} to end, and once more where it does not. */
  private void stop(Show show, int exitCode) {
    stopped.compareAndSet(0, exitCode);
    try {
      boolean left = false;
      for (int times = 0; times < 2 && !left; times++) {
        post(() -> show.on(Key.STOP));
        left = gone.await(GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
      }
      if (!left) {
        Runtime.getRuntime().exit(exitCode);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The JVM would run its hooks at once, JLine's among them, after which nothing can be drawn: so the screen is left
   * first, and the process ends then.
   */
  private Map<String, Object> listen(Show show) {
    Map<String, Object> former = new LinkedHashMap<>();
    SIGNALS.forEach((name, code) -> former.put(name, Signals.register(name, () -> stop(show, code))));
    return former;
  }

  private boolean colours(Terminal terminal) {
    Integer known = terminal.getNumericCapability(Capability.max_colors);
    boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty();
    return wanted && known != null && known >= 8;
  }
}
