package dev.cancha.server.journal;

import java.util.function.Supplier;

/** Keeps the inputs of rooms. Any thread may open logs; a log belongs to its room's event loop. */
public interface Journal {
  /** The log of the room with id {@code room}. */
  Log open(String room);

  /** One room's inputs. Appends are made, and receipts given, in the order of their positions. */
  interface Log {
    void append(Entry entry, Receipt receipt);

    /** The room has ended: nothing more is appended. */
    void close();
  }

  /**
   * One input.
   *
   * @param position its place in the room's order, rising by 1 from 1
   * @param input its bytes, encoded only when a store asks for them
   * @param patch the public merge patch that it led to, whose checksum tells a replay whether it led there again
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over to be written, never compared
  record Entry(long position, Supplier<byte[]> input, byte[] patch) {}

  /** Told once what became of an append, on any thread. */
  interface Receipt {
    /** It, and everything before it in this log, is on disk. */
    void durable();

    /** It is not, and nothing appended after it will be. */
    void failed(Throwable cause);
  }
}
