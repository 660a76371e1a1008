package dev.cancha.app.find;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Looks for servers in the networks of this machine, and on this machine itself. */
public interface Finder {
  /**
   * Begins to look, and goes on until the search is closed. {@code found} is told of each server as soon as it is
   * heard of, and again, with the same {@link FoundServer#id}, whenever more is known of it: other addresses, other
   * rooms, whether it can be reached. It is called on the search's own thread, one call at a time, and must not
   * block.
   */
  Search search(Consumer<FoundServer> found);

  /** A search that goes on. */
  interface Search extends AutoCloseable {
    /**
     * Asks each address of this machine's networks once, for networks that carry nothing to everyone: of a large one
     * those that differ from this machine's in the last number. Completes when the last has answered or not, after
     * some seconds.
     */
    CompletionStage<Void> scan();

    /** Ends it, from any thread: {@code found} is told nothing more. Waits for at most a second. */
    @Override
    void close();
  }
}
