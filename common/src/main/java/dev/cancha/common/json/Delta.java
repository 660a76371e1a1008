package dev.cancha.common.json;

import dev.cancha.common.message.Json;
import java.util.Arrays;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What differs between the JSON of two values, as an RFC 7396 merge patch that is written while both are walked once.
 * The objects around a difference are opened only when it is found, so nothing needless is written and no tree is
 * built. Owner: one call.
 */
public final class Delta {
  private final JsonGenerator out;
  /** The names from the root to the place of the walk. */
  private @Nullable String[] names = new @Nullable String[16];
  private int depth;
  /** How many of the objects on that way have been opened; object {@code i} holds {@code names[i]}. */
  private int opened;
  private boolean written;

  private Delta(JsonGenerator out) {
    this.out = out;
  }

  /**
   * How {@code after} differs from {@code before}, or null where both have the same JSON. An absent value is null:
   * the difference to it is JSON's {@code null}, and from it the value whole. Their classes decide how they are
   * written; variants of a sealed interface as such.
   */
  public static @Nullable Json between(@Nullable Object before, @Nullable Object after) {
    if (same(before, after)) {
      return null;
    }
    Format.Output bytes = new Format.Output();
    boolean written;
    try (JsonGenerator out = Format.generator(bytes)) {
      Delta delta = new Delta(out);
      delta.change(RuntimeShape.ONLY, before, after);
      delta.end();
      written = delta.written;
    }
    return written ? bytes.json() : null;
  }

  /** Whether both are one and the same, so that nothing below can differ. */
  @SuppressWarnings("ReferenceEquality") // equal values are found while they are walked
  static boolean same(@Nullable Object before, @Nullable Object after) {
    return before == after;
  }

  /** Compares the values of one member; null is absent. */
  void member(String name, Shape shape, @Nullable Object before, @Nullable Object after) {
    if (!same(before, after)) {
      enter(name);
      change(shape, before, after);
      leave();
    }
  }

  /** Goes down to member {@code name}. */
  private void enter(String name) {
    if (depth == names.length) {
      names = Arrays.copyOf(names, depth * 2);
    }
    names[depth++] = name;
  }

  /** Comes back up from the member last entered. */
  private void leave() {
    depth--;
    if (opened > depth + 1) {
      out.writeEndObject();
      opened--;
    }
  }

  /** Where to write what stands at this place now. */
  JsonGenerator value() {
    written = true;
    if (depth > 0) {
      if (opened == 0) {
        open();
      }
      out.writeName(names[opened - 1]);
      while (opened < depth) {
        open();
        out.writeName(names[opened - 1]);
      }
    }
    return out;
  }

  private void change(Shape shape, @Nullable Object before, @Nullable Object after) {
    if (same(before, after)) {
      return;
    }
    if (after == null) {
      value().writeNull();
    } else if (before == null) {
      shape.write(after, value());
    } else {
      shape.change(before, after, this);
    }
  }

  /** Compares two values whose shapes may differ. */
  void replace(Shape.Part before, Shape.Part after) {
    if (before.shape().equals(after.shape()) && before.shape() != RawShape.ONLY) {
      change(after.shape(), before.value(), after.value());
      return;
    }
    SequencedMap<String, Shape.Part> was = before.shape().parts(before.value());
    SequencedMap<String, Shape.Part> is = after.shape().parts(after.value());
    if (was != null && is != null) {
      members(was, is);
    } else if (!json(before).equals(json(after))) {
      after.shape().write(after.value(), value());
    }
  }

  private void members(SequencedMap<String, Shape.Part> was, SequencedMap<String, Shape.Part> is) {
    is.forEach((name, part) -> {
      Shape.Part old = was.remove(name);
      if (old == null) {
        member(name, part.shape(), null, part.value());
      } else {
        enter(name);
        replace(old, part);
        leave();
      }
    });
    was.forEach((name, part) -> member(name, part.shape(), part.value(), null));
  }

  private static Json json(Shape.Part part) {
    return Format.json(out -> part.shape().write(part.value(), out));
  }

  private void open() {
    out.writeStartObject();
    opened++;
  }

  private void end() {
    if (opened > 0) {
      out.writeEndObject();
    }
  }
}
