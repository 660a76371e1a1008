package dev.cancha.common.patch;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The members of a small object in two arrays, in order. A document is copied along every path that a patch changes,
 * and an array of references is copied many times faster than a hash table; the names are not even copied, but shared
 * with the object before. Looking a member up takes as many comparisons as there are names, hence small ones only.
 * Immutable.
 */
final class Members extends AbstractMap<String, JsonNode> {
  /** Larger objects are kept in hash tables. */
  static final int MOST = 32;

  private final String[] names;
  private final JsonNode[] values;
  private final int size;

  /** Takes over the first {@code size} of both arrays: none of them is changed any more. */
  Members(String[] names, JsonNode[] values, int size) {
    this.names = names;
    this.values = values;
    this.size = size;
  }

  String[] names() {
    return names;
  }

  JsonNode[] nodes() {
    return values;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public @Nullable JsonNode get(@Nullable Object name) {
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        return values[i];
      }
    }
    return null;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public Set<Map.Entry<String, JsonNode>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public Iterator<Map.Entry<String, JsonNode>> iterator() {
        return new Entries();
      }
    };
  }

  private final class Entries implements Iterator<Map.Entry<String, JsonNode>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < size;
    }

    @Override
    public Map.Entry<String, JsonNode> next() {
      if (next == size) {
        throw new NoSuchElementException();
      }
      Map.Entry<String, JsonNode> entry = Map.entry(names[next], values[next]);
      next++;
      return entry;
    }
  }
}
