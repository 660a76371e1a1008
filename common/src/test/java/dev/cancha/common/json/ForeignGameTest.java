package dev.cancha.common.json;

import static dev.cancha.common.json.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Range;
import dev.cancha.common.message.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A game from a jar of its own: its class loader shows it the rules SPI, JSpecify and the JDK, and nothing else. */
class ForeignGameTest {
  /** What the foreign jar contains. */
  private record Move(@Range(min = 0, max = 6) int column, @Nullable Long clock) {}

  /** Defines the classes of this test anew, as those of a jar that only it knows. */
  private static final class Foreign extends ClassLoader {
    Foreign() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("dev.cancha.common.game.") || name.startsWith("org.jspecify.")) {
        return Class.forName(name);
      }
      if (!name.startsWith(ForeignGameTest.class.getName())) {
        throw new ClassNotFoundException(name);
      }
      String file = "/" + name.replace('.', '/') + ".class";
      try (InputStream in = Objects.requireNonNull(ForeignGameTest.class.getResourceAsStream(file))) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static <T> Json readAndWrite(Class<T> type, String text) {
    return copied(JsonType.of(type), text);
  }

  @Test
  void itsRecordsAreReadWrittenAndDescribed() throws ClassNotFoundException {
    Class<?> foreign = new Foreign().loadClass(Move.class.getName());
    assertThat(foreign).isNotSameAs(Move.class);
    assertThat(readAndWrite(foreign, "{'clock':9,'column':3}")).isEqualTo(json("{'column':3,'clock':9}"));
    assertThat(readAndWrite(foreign, "{'column':3}")).isEqualTo(json("{'column':3}"));
    assertThat(JsonType.of(foreign).schema()).isEqualTo(JsonType.of(Move.class).schema());
  }

  @Test
  void itsRecordsAreWrittenVeryOften() throws ClassNotFoundException {
    JsonType<?> move = JsonType.of(new Foreign().loadClass(Move.class.getName()));
    for (int i = 0; i < 6_000; i++) {
      assertThat(copied(move, "{'column':3,'clock':9}")).isEqualTo(json("{'column':3,'clock':9}"));
    }
  }

  private static <T> Json copied(JsonType<T> type, String text) {
    return type.write(type.read(json(text)));
  }

  @Test
  void classesOfOneNameFromTwoJarsAreTwoTypes() throws ClassNotFoundException {
    Class<?> one = new Foreign().loadClass(Move.class.getName());
    Class<?> other = new Foreign().loadClass(Move.class.getName());
    assertThat(JsonType.of(one)).isNotSameAs(JsonType.of(other));
  }
}
