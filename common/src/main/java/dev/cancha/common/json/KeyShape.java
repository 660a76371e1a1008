package dev.cancha.common.json;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** How the keys of a map become the names of members. */
sealed interface KeyShape {
  /** What a key must be, to stand after "must be". */
  String wanted();

  /** The key that {@code name} stands for, or null. */
  @Nullable
  Object read(String name);

  String write(Object key);

  /** Writes the JSON Schema of the names. */
  void describe(Schema schema);

  /** Any text. */
  record Text() implements KeyShape {
    @Override
    public String wanted() {
      return "a string";
    }

    @Override
    public Object read(String name) {
      return name;
    }

    @Override
    public String write(Object key) {
      return (String) key;
    }

    @Override
    public void describe(Schema schema) {
      schema.out().writeStartObject().writeEndObject();
    }
  }

  /** An integer in at most nine decimal digits, so that a pattern can say what is allowed. */
  record Digits() implements KeyShape {
    /** Seats, columns and the like, which every patch names. */
    private static final String[] SMALL = IntStream.range(0, 64)
        .mapToObj(Integer::toString)
        .toArray(String[]::new);
    private static final String PATTERN = "^(0|-?[1-9][0-9]{0,8})$";
    private static final Pattern ALLOWED = Pattern.compile(PATTERN);
    private static final int LIMIT = 1_000_000_000;

    @Override
    public String wanted() {
      return "an integer of at most nine digits";
    }

    @Override
    public @Nullable Object read(String name) {
      return ALLOWED.matcher(name).matches() ? Integer.valueOf(name) : null;
    }

    @Override
    public String write(Object key) {
      int number = (Integer) key;
      if (number <= -LIMIT || number >= LIMIT) {
        throw new IllegalArgumentException("the key " + number + " has more than nine digits");
      }
      return number >= 0 && number < SMALL.length ? SMALL[number] : Integer.toString(number);
    }

    @Override
    public void describe(Schema schema) {
      JsonGenerator out = schema.out();
      out.writeStartObject();
      out.writeStringProperty("pattern", PATTERN);
      out.writeEndObject();
    }
  }

  /** The constants of an enum. */
  record Constants(EnumShape constants) implements KeyShape {
    @Override
    public String wanted() {
      return constants.wanted();
    }

    @Override
    public @Nullable Object read(String name) {
      return constants.constant(name);
    }

    @Override
    public String write(Object key) {
      return constants.name(key);
    }

    @Override
    public void describe(Schema schema) {
      schema.out().writeStartObject();
      schema.oneOf(constants.names(), Schema.Place.PLAIN);
      schema.out().writeEndObject();
    }
  }
}
