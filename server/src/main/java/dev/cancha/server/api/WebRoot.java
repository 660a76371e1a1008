package dev.cancha.server.api;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of the page, all of them and in memory: what is not here cannot be asked for, whatever a path looks like.
 * Immutable.
 *
 * @param files by their paths below the root, without a leading slash; the bytes are never changed again
 */
public record WebRoot(SortedMap<String, byte[]> files) {
  /** The file that is the page itself. */
  static final String PAGE = "index.html";

  public WebRoot {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    if (!files.isEmpty() && !files.containsKey(PAGE)) {
      throw new IllegalArgumentException("The page needs a file " + PAGE);
    }
  }

  /** No page: the server answers {@code /} with 404. */
  public static WebRoot none() {
    return new WebRoot(new TreeMap<>());
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }
}
