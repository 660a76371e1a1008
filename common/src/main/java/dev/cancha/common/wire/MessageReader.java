package dev.cancha.common.wire;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Invalid;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Reads the messages of one direction. A good message is read in one pass, straight into its record; only what
 * fails is looked at a second time, to say what is wrong with it. Immutable; any thread may use it.
 *
 * @param <M> the sealed interface of the direction
 */
final class MessageReader<M> {
  private static final String TYPE = "type";
  private static final int QUOTED_CHARACTERS = 40;

  private final JsonFactory factory;
  private final Map<String, RecordReader<?>> readers = new HashMap<>();
  private final Class<M> direction;

  MessageReader(Class<M> direction, int maxDepth) {
    this.direction = direction;
    // Only the depth is a limit of its own: sizes are bounded by the frame, and a member that is too long is a
    // wrong message, not wrong JSON.
    StreamReadConstraints constraints = StreamReadConstraints.builder()
        .maxNestingDepth(maxDepth)
        .maxStringLength(Integer.MAX_VALUE)
        .maxNameLength(Integer.MAX_VALUE)
        .maxNumberLength(Integer.MAX_VALUE)
        .build();
    factory = JsonFactory.builder()
        .streamReadConstraints(constraints)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
        // An event loop is a thread that stays: its buffers are its own, and no two loops meet at a shared pool.
        .recyclerPool(JsonRecyclerPools.threadLocalPool())
        .build();
    collect(direction);
  }

  private void collect(Class<?> type) {
    if (type.isSealed()) {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        collect(permitted);
      }
    } else {
      readers.put(type.getAnnotation(JsonTypeName.class).value(),
          new RecordReader<>(type.asSubclass(Record.class), ""));
    }
  }

  M read(Body body) throws MalformedException {
    byte[] bytes = body.bytes();
    int offset = body.from();
    int length = body.to() - offset;
    if (!Utf8.valid(bytes, offset, offset + length)) {
      throw new MalformedException(
          new Malformed(ErrorCode.BAD_JSON, "the message is not valid UTF-8", null, null));
    }
    try {
      return parse(bytes, offset, length);
    } catch (Invalid e) {
      throw new MalformedException(explain(e, bytes, offset, length));
    } catch (JacksonException e) {
      throw new MalformedException(notJson());
    }
  }

  /** @throws JacksonException where it is not JSON */
  private M parse(byte[] bytes, int offset, int length) {
    try (JsonParser parser = open(bytes, offset, length)) {
      if (TYPE.equals(parser.nextName()) && parser.nextToken() == JsonToken.VALUE_STRING) {
        return parseMembers(parser.getString(), new JsonInput(parser, bytes, offset));
      }
    }
    // The type stands somewhere else, or nowhere: it is looked for first.
    String type = outline(bytes, offset, length).requireType();
    try (JsonParser parser = open(bytes, offset, length)) {
      return parseMembers(type, new JsonInput(parser, bytes, offset));
    }
  }

  private M parseMembers(String type, JsonInput in) {
    RecordReader<?> reader = readers.get(type);
    if (reader == null) {
      throw new Invalid(ErrorCode.UNKNOWN_TYPE,
          "there is no message of type " + WireNames.quoted(type, QUOTED_CHARACTERS));
    }
    M message = direction.cast(reader.readMembers(in));
    expectEnd(in.parser());
    return message;
  }

  /** A parser that has entered the object that every message is. */
  private JsonParser open(byte[] bytes, int offset, int length) {
    JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes, offset, length);
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw notOneObject();
    }
    return parser;
  }

  private static void expectEnd(JsonParser parser) {
    if (parser.nextToken() != null) {
      throw notOneObject();
    }
  }

  private static Invalid notOneObject() {
    return new Invalid(ErrorCode.BAD_JSON, "the message must be one JSON object, and nothing after it");
  }

  private Outline outline(byte[] bytes, int offset, int length) {
    try (JsonParser parser = open(bytes, offset, length)) {
      Outline outline = Outline.read(parser);
      expectEnd(parser);
      return outline;
    }
  }

  /** Says what answers {@code violation}, unless the rest of the body turns out not to be JSON at all. */
  private Malformed explain(Invalid violation, byte[] bytes, int offset, int length) {
    String message = Objects.requireNonNull(violation.getMessage());
    if (violation.code() == ErrorCode.BAD_JSON) {
      return new Malformed(ErrorCode.BAD_JSON, message, null, null);
    }
    try {
      Outline outline = outline(bytes, offset, length);
      return new Malformed(violation.code(), message, outline.re(), outline.actSeq());
    } catch (JacksonException | Invalid e) {
      return notJson();
    }
  }

  private Malformed notJson() {
    return new Malformed(ErrorCode.BAD_JSON,
        "the message is not JSON, names a member twice, or is nested deeper than "
            + factory.streamReadConstraints().getMaxNestingDepth(),
        null, null);
  }
}
