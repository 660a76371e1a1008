package dev.cancha.app;

import dev.cancha.common.CompositionRoot;
import dev.cancha.common.message.Json;
import dev.cancha.server.bots.Launcher;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One child process. Three threads of its own wait for it: one starts it and writes, one reads its standard output and
 * one its standard error; so a program that reads nothing, or writes without end, delays nobody else. Any thread.
 */
@CompositionRoot("starts a process, and the threads that wait for its pipes")
final class LocalProgram implements Launcher.Child {
  /** After its standard input was closed, until it is killed. */
  private static final long GRACE_MILLIS = 1_000;
  private static final int MAX_COMPLAINT_BYTES = 500;

  private final Launcher.Order order;
  private final Launcher.Ears ears;
  private final Consumer<LocalProgram> onGone;
  /** What is to be written; empty is the end. */
  private final BlockingQueue<Optional<Supplier<Json>>> lines = new LinkedBlockingQueue<>();
  private final AtomicBoolean ending = new AtomicBoolean();
  private final CountDownLatch gone = new CountDownLatch(1);
  private volatile @Nullable Process process;

  LocalProgram(Launcher.Order order, Launcher.Ears ears, Consumer<LocalProgram> onGone) {
    this.order = order;
    this.ears = ears;
    this.onGone = onGone;
  }

  void start() {
    thread("in", this::live);
  }

  private void thread(String part, Runnable task) {
    Thread.ofPlatform().daemon().name("cancha-program-" + order.name() + "-" + part).start(task);
  }

  @Override
  public void send(Supplier<Json> line) {
    if (!ending.get()) {
      lines.add(Optional.of(line));
    }
  }

  @Override
  public void end() {
    if (ending.compareAndSet(false, true)) {
      lines.add(Optional.empty());
      Process its = process;
      if (its != null) {
        thread("end", () -> see(its));
      }
    }
  }

  void awaitGone(long millis) {
    try {
      gone.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void live() {
    try {
      Process its = new ProcessBuilder(order.command()).start();
      process = its;
      thread("out", () -> hear(its));
      thread("err", () -> hearComplaints(its.getErrorStream()));
      if (ending.get()) {
        thread("end", () -> see(its));
      }
      write(its.getOutputStream());
      its.waitFor();
    } catch (IOException e) {
      ears.ended("cannot be started: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      onGone.accept(this);
      gone.countDown();
    }
  }

  private void write(OutputStream in) throws InterruptedException {
    try (in) {
      for (Optional<Supplier<Json>> line = lines.take(); line.isPresent(); line = lines.take()) {
        in.write(line.get().get().utf8());
        in.write('\n');
        in.flush();
      }
    } catch (IOException e) {
      // it reads no more: whoever hears it learns of its end
    } catch (RuntimeException e) {
      ears.ended("cannot be asked: " + e);
    }
  }

  private void hear(Process its) {
    try {
      InputStream out = its.getInputStream();
      for (byte[] line = Lines.next(out, order.maxLineBytes()); line.length > 0; line = Lines.next(out,
          order.maxLineBytes())) {
        if (line[line.length - 1] != '\n' && line.length > order.maxLineBytes()) {
          ears.ended("wrote a line of more than " + order.maxLineBytes() + " bytes");
          return;
        }
        ears.line(Lines.stripped(line));
      }
      boolean exited = its.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS);
      ears.ended(exited ? "ended with exit code " + its.exitValue() : "closed its standard output");
    } catch (IOException e) {
      ears.ended("cannot be read: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** To its end, so that it never waits for somebody to read; of long lines the beginning alone is told. */
  private void hearComplaints(InputStream err) {
    try {
      boolean within = false;
      for (byte[] part = Lines.next(err, MAX_COMPLAINT_BYTES); part.length > 0; part = Lines.next(err,
          MAX_COMPLAINT_BYTES)) {
        if (!within) {
          ears.complaint(new String(Lines.stripped(part), StandardCharsets.UTF_8));
        }
        within = part[part.length - 1] != '\n';
      }
    } catch (IOException e) {
      // there is no more to hear
    }
  }

  /** Sees to it that it goes, and what it has started. */
  private static void see(Process its) {
    List<ProcessHandle> below = its.descendants().toList();
    try {
      its.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    its.descendants().forEach(ProcessHandle::destroyForcibly);
    its.destroyForcibly();
    below.forEach(ProcessHandle::destroyForcibly);
  }

  /** Lines of bytes, read so that a long one takes no more memory than it may. */
  private static final class Lines {
    /** The next line with its end; without it where it is longer than {@code most}, or the last; empty at the end. */
    static byte[] next(InputStream in, int most) throws IOException {
      byte[] line = new byte[64];
      int length = 0;
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (length == line.length) {
          line = Arrays.copyOf(line, 2 * length);
        }
        line[length++] = (byte) c;
        if (c == '\n' || length > most) {
          break;
        }
      }
      return Arrays.copyOf(line, length);
    }

    /** Without its end. */
    static byte[] stripped(byte[] line) {
      int length = line.length;
      while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r')) {
        length--;
      }
      return Arrays.copyOf(line, length);
    }
  }
}
