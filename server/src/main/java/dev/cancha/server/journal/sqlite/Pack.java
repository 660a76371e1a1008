package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.journal.Unusable;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Consecutive entries as one blob: for each its span and the length of its input (both as LEB128), the CRC-32C of its
 * patch (4 bytes, big-endian) and the input.
 */
final class Pack {
  /** Of how many kinds a blob may be there is one; another one is for a shorter form, such as a compressed one. */
  static final int PLAIN = 1;
  private static final int INITIAL_BYTES = 256;
  private static final int SEVEN_BITS = 0x7f;

  private final long first;
  private byte[] bytes = new byte[INITIAL_BYTES];
  private int length;
  private long next;

  /** One that begins with position {@code first}. */
  Pack(long first) {
    this.first = first;
    next = first;
  }

  long first() {
    return first;
  }

  /** The position behind the last entry. */
  long next() {
    return next;
  }

  int length() {
    return length;
  }

  boolean isEmpty() {
    return length == 0;
  }

  void add(int span, byte[] input, int patchCrc) {
    int most = Math.addExact(input.length, 14); // two numbers of up to 5 bytes, and the checksum
    if (bytes.length - length < most) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, most), length * 2));
    }
    number(span);
    number(input.length);
    ByteBuffer.wrap(bytes).putInt(length, patchCrc);
    length += Integer.BYTES;
    System.arraycopy(input, 0, bytes, length, input.length);
    length += input.length;
    next += span;
  }

  /** Adds the entries of {@code pack}, which follow these. */
  void add(Pack pack) {
    if (bytes.length - length < pack.length) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, pack.length), length * 2));
    }
    System.arraycopy(pack.bytes, 0, bytes, length, pack.length);
    length += pack.length;
    next = pack.next;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** What {@link #toBytes} of one that began with {@code first} holds. */
  static List<StoredEntry> read(int kind, long first, byte[] body) {
    if (kind != PLAIN) {
      throw new Unusable("Entries of kind " + kind + " are from a newer version.");
    }
    ByteBuffer in = ByteBuffer.wrap(body);
    List<StoredEntry> entries = new ArrayList<>();
    long position = first;
    try {
      while (in.hasRemaining()) {
        int span = number(in);
        int size = number(in);
        int crc = in.getInt();
        if (span < 1 || size > in.remaining()) {
          throw new Unusable("The entry at position " + position + " is damaged.");
        }
        byte[] input = new byte[size];
        in.get(input);
        entries.add(new StoredEntry(position, span, input, crc));
        position += span;
      }
    } catch (BufferUnderflowException e) {
      throw new Unusable("The entry at position " + position + " is cut off.", e);
    }
    return entries;
  }

  private void number(int value) {
    int rest = value;
    while ((rest & ~SEVEN_BITS) != 0) {
      bytes[length++] = (byte) (rest | SEVEN_BITS + 1);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  private static int number(ByteBuffer in) {
    int value = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 7) {
      byte part = in.get();
      value |= (part & SEVEN_BITS) << shift;
      if (part >= 0) {
        if (value < 0) {
          break;
        }
        return value;
      }
    }
    throw new Unusable("A number is longer than 31 bits.");
  }
}
