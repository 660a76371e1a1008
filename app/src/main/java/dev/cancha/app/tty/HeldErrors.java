package dev.cancha.app.tty;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Keeps what is logged while a screen is shown, so that it does not run across it, and hands it on afterwards. */
final class HeldErrors {
  private static final int KEPT = 65_536;

  private final PrintStream real = System.err;
  private final Tail tail = new Tail();

  /** The end of what was written. Its methods are called by whichever thread logs. */
  private static final class Tail extends ByteArrayOutputStream {
    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      makeRoom();
      super.write(bytes, from, length);
    }

    @Override
    public synchronized void write(int one) {
      makeRoom();
      super.write(one);
    }

    private void makeRoom() {
      if (count > KEPT) {
        reset();
      }
    }
  }

  void hold() {
    System.setErr(new PrintStream(tail, true, StandardCharsets.UTF_8));
  }

  void release() {
    System.setErr(real);
    real.writeBytes(tail.toByteArray());
    real.flush();
  }
}
