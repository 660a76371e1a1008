package dev.cancha.server.journal;

/**
 * A store that the contract is tried on. It does nothing by itself: what was asked of it waits until {@link #settle}.
 */
public interface StoreUnderTest extends AutoCloseable {
  Journal journal();

  /** Does all that waits. */
  void settle();

  /** The next commit fails, with all that is in it. */
  void failNextCommit();

  /** How many commits have succeeded since the store was made. */
  int commits();

  /** The process dies: what waits is gone, and what is durable is opened by a new one. */
  void crash();

  @Override
  void close();
}
