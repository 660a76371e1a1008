package dev.cancha.testkit.sim;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.UnpooledHeapByteBuf;

/**
 * Buffers on the heap, without Netty's detector of leaks: a process that is killed leaves its buffers behind, and that
 * is no leak. Whether one that lives on has released all is told by its count. Owner: the world's thread.
 */
final class SimAllocator extends AbstractByteBufAllocator {
  private long usedBytes;

  SimAllocator() {
    super(false);
  }

  long usedBytes() {
    return usedBytes;
  }

  @Override
  public boolean isDirectBufferPooled() {
    return false;
  }

  @Override
  public ByteBuf ioBuffer(int initialCapacity) {
    return heapBuffer(initialCapacity);
  }

  @Override
  public ByteBuf ioBuffer(int initialCapacity, int maxCapacity) {
    return heapBuffer(initialCapacity, maxCapacity);
  }

  @Override
  protected ByteBuf newHeapBuffer(int initialCapacity, int maxCapacity) {
    return new Counted(this, initialCapacity, maxCapacity);
  }

  @Override
  protected ByteBuf newDirectBuffer(int initialCapacity, int maxCapacity) {
    return new Counted(this, initialCapacity, maxCapacity);
  }

  @Override
  public CompositeByteBuf compositeHeapBuffer(int maxNumComponents) {
    return new CompositeByteBuf(this, false, maxNumComponents);
  }

  @Override
  public CompositeByteBuf compositeDirectBuffer(int maxNumComponents) {
    return compositeHeapBuffer(maxNumComponents);
  }

  private static final class Counted extends UnpooledHeapByteBuf {
    Counted(SimAllocator allocator, int initialCapacity, int maxCapacity) {
      super(allocator, initialCapacity, maxCapacity);
    }

    @Override
    protected byte[] allocateArray(int capacity) {
      ((SimAllocator) alloc()).usedBytes += capacity;
      return super.allocateArray(capacity);
    }

    @Override
    protected void freeArray(byte[] array) {
      ((SimAllocator) alloc()).usedBytes -= array.length;
      super.freeArray(array);
    }
  }
}
