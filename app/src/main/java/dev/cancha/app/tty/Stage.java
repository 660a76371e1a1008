package dev.cancha.app.tty;

import dev.cancha.app.text.Key;
import dev.cancha.app.text.KeyDecoder;
import dev.cancha.app.text.Show;
import dev.cancha.app.text.Window;
import dev.cancha.common.CompositionRoot;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/**
 * Shows one thing after the other on the terminal of the process. The thread that calls {@link #run} owns what is shown;
 * keys come from a thread of their own, and everything else through {@link #post}.
 */
@CompositionRoot("the thread of the command waits here for the next key, news or second, and keys are read beside it")
public final class Stage {
  private static final long IDLE_MILLIS = 250;
  private static final long KEY_MILLIS = 100;
  private static final long ESCAPE_MILLIS = 50;
  private static final long GOODBYE_MILLIS = 3_000;

  private final Map<String, String> environment;
  private final BlockingQueue<Runnable> news = new LinkedBlockingQueue<>();
  private final CountDownLatch gone = new CountDownLatch(1);
  private final AtomicBoolean closed = new AtomicBoolean();
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
        errors.release();
      }
    } finally {
      gone.countDown();
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

  /** Asks {@code show} to end, and waits a moment until the terminal is as before: for when the process must stop. */
  public void stop(Show show) {
    if (closed.compareAndSet(false, true)) {
      post(() -> show.on(Key.STOP));
    }
    try {
      boolean left = gone.await(GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
      if (!left) {
        post(() -> show.on(Key.STOP)); // the second one goes at once
        gone.await(GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean colours(Terminal terminal) {
    Integer known = terminal.getNumericCapability(org.jline.utils.InfoCmp.Capability.max_colors);
    boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty();
    return wanted && known != null && known >= 8;
  }
}
