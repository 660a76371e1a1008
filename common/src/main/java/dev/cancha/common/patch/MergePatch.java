package dev.cancha.common.patch;

import dev.cancha.common.json.Delta;
import dev.cancha.common.message.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/** Merge patches between records, and what is added to them for one seat. */
public final class MergePatch {
  private MergePatch() {}

  /**
   * What turns the JSON of {@code before} into that of {@code after}: the fewest members that do,
   * <code>{}</code> where both are equal. Values are compared component by component; the same reference means no
   * change. Both may be of different classes. How a value is written follows from its class: a variant of a sealed
   * interface as such, any other record as its components.
   */
  public static Json between(Record before, Record after) {
    Json patch = Delta.between(before, after);
    return patch == null ? Json.emptyObject() : patch;
  }

  /**
   * {@code patch} with the change of one member more: of its value from {@code before} to {@code after}, null where
   * it is absent. It is the same {@code patch} where nothing changed, so that what has been encoded of it serves
   * again. With {@code before} null it adds a member to a whole document as well.
   *
   * @param patch an object without {@code member}
   */
  public static Json with(Json patch, String member, @Nullable Object before, @Nullable Object after) {
    Json change = Delta.between(before, after);
    return change == null ? patch : with(patch, member, change);
  }

  /**
   * {@code object} with {@code value} as its last member.
   *
   * @param object an object without {@code member}, as compact bytes
   */
  public static Json with(Json object, String member, Json value) {
    if (!object.isObject()) {
      throw new IllegalArgumentException("only an object can have a member '" + member + "'");
    }
    byte[] old = object.utf8();
    byte[] name = new String(JsonStringEncoder.getInstance().quoteAsCharArray(member))
        .getBytes(StandardCharsets.UTF_8);
    int comma = old.length > 2 ? 1 : 0;
    byte[] spliced = new byte[old.length + comma + name.length + 3 + value.length()];
    int at = old.length - 1;
    System.arraycopy(old, 0, spliced, 0, at);
    if (comma > 0) {
      spliced[at++] = ',';
    }
    spliced[at++] = '"';
    System.arraycopy(name, 0, spliced, at, name.length);
    at += name.length;
    spliced[at++] = '"';
    spliced[at++] = ':';
    System.arraycopy(value.utf8(), 0, spliced, at, value.length());
    spliced[spliced.length - 1] = '}';
    return Json.ofChecked(spliced);
  }
}
