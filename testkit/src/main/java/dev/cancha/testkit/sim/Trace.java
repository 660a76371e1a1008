package dev.cancha.testkit.sim;

import io.netty.buffer.ByteBuf;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was delivered in a world: SHA-256 over the time, the connection and the bytes of every chunk that a channel
 * read. Two runs with the same hash were the same run. When asked to keep chunks it can also say where two runs part.
 * Owner: the world's thread.
 */
public final class Trace {
  private static final int HEADER_BYTES = 2 * Long.BYTES;
  private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class,
      ByteOrder.BIG_ENDIAN);

  private final MessageDigest digest;
  private final byte[] buffer = new byte[16 * 1024];
  private int filled;
  private long chunks;
  private @Nullable List<Chunk> kept;

  Trace() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * One delivery.
   *
   * @param nanos the world's time
   * @param connection the number of the connection, negative for what went to the one who opened it
   * @param length in bytes; 0 is the end of the stream
   * @param hash of the bytes
   */
  public record Chunk(long nanos, long connection, int length, long hash) {}

  /** From now on also remembers every chunk; to be asked for before the world begins. */
  public void keepChunks() {
    kept = new ArrayList<>();
  }

  /** The chunks since {@link #keepChunks}. */
  public List<Chunk> kept() {
    return kept == null ? List.of() : List.copyOf(kept);
  }

  /** How many chunks were delivered. */
  public long chunks() {
    return chunks;
  }

  /** The hash so far, 64 hex digits. */
  public String hash() {
    flush();
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
    }
  }

  /** Where two kept traces part, as a sentence, or null where they are the same. */
  public static @Nullable String firstDifference(Trace one, Trace other) {
    List<Chunk> left = one.kept();
    List<Chunk> right = other.kept();
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      if (!left.get(i).equals(right.get(i))) {
        return "chunk " + i + " differs: " + left.get(i) + " and " + right.get(i);
      }
    }
    return left.size() == right.size() ? null
        : "one run ends after chunk " + (Math.min(left.size(), right.size()) - 1) + ", the other goes on";
  }

  /** {@code chunk} was read; empty at the end of the stream. */
  void delivered(long nanos, long connection, ByteBuf chunk) {
    int length = chunk.readableBytes();
    chunks++;
    makeRoom(HEADER_BYTES);
    LONGS.set(buffer, filled, nanos);
    LONGS.set(buffer, filled + Long.BYTES, connection << Integer.SIZE | length);
    filled += HEADER_BYTES;
    if (length > buffer.length) {
      flush();
      digest.update(chunk.nioBuffer());
    } else {
      makeRoom(length);
      chunk.getBytes(chunk.readerIndex(), buffer, filled, length);
      filled += length;
    }
    if (kept != null) {
      kept.add(new Chunk(nanos, connection, length, hash(chunk)));
    }
  }

  private void makeRoom(int bytes) {
    if (filled + bytes > buffer.length) {
      flush();
    }
  }

  private void flush() {
    digest.update(buffer, 0, filled);
    filled = 0;
  }

  /** FNV-1a. */
  private static long hash(ByteBuf chunk) {
    long hash = 0xCBF29CE484222325L;
    for (int i = chunk.readerIndex(); i < chunk.writerIndex(); i++) {
      hash = (hash ^ (chunk.getByte(i) & 0xFF)) * 0x100000001B3L;
    }
    return hash;
  }
}
