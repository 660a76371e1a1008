package dev.cancha.server.games;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.game.Game;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GameJarTest {
  private static final String SERVICES = "META-INF/services/dev.cancha.common.game.Game";
  private static final String GAME = """
      package example;
      import dev.cancha.common.game.*;
      import java.util.*;
      public class Tiny implements Game<Tiny.Nothing, Tiny.Nothing> {
        public record Nothing() {}
        public Tiny() { %s }
        public GameInfo<Nothing> info() { return GameInfo.of("tiny", Nothing.class, Nothing.class); }
        public Nothing start(Setup setup) { return new Nothing(); }
        public Step<Nothing> act(Nothing state, int seat, Nothing act, Chance chance) { return Step.forfeit(seat); }
        public SortedSet<Integer> turn(Nothing state) { return Turn.of(0); }
        public List<Nothing> legal(Nothing state, int seat) { return List.of(new Nothing()); }
        public Object view(Nothing state) { return state; }
        public Optional<Result> result(Nothing state) { return Optional.empty(); }
      }
      """;

  @TempDir
  Path folder;

  @Test
  void itsGamesComeOut() throws Exception {
    try (GameJar jar = GameJar.open(jar(GAME.formatted(""), "example.Tiny\n"))) {
      assertThat(jar.games()).extracting(game -> game.info().id()).containsExactly("tiny");
      assertThat(jar.games().getFirst().getClass().getClassLoader()).isEqualTo(jar.classes());
    }
  }

  /** Not even the games that Cancha has: they would be found twice. */
  @Test
  void itsClassesSeeTheRulesAndTheJdkAlone() throws Exception {
    try (GameJar jar = GameJar.open(jar(GAME.formatted(""), "example.Tiny\n"))) {
      ClassLoader loader = jar.classes();
      assertThat(loader.loadClass(Game.class.getName())).isEqualTo(Game.class);
      assertThat(loader.loadClass("java.util.List")).isEqualTo(List.class);
      for (String hidden : List.of(GameJar.class.getName(), "dev.cancha.common.message.Json",
          "dev.cancha.common.games.dudo.Dudo", "io.netty.buffer.ByteBuf", "dev.cancha.common.gameX")) {
        assertThatThrownBy(() -> loader.loadClass(hidden)).isInstanceOf(ClassNotFoundException.class);
      }
      assertThat(loader.getResources(SERVICES).asIterator()).toIterable().hasSize(1);
    }
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertRefused(folder.resolve("none.jar"), "there is no file ");
  }

  @Test
  void aFileThatIsNoJarIsToldSo() throws Exception {
    Path file = Files.writeString(folder.resolve("text.jar"), "this is no jar");
    assertRefused(file, "text.jar is no jar that can be read: ");
  }

  @Test
  void aJarWithoutGamesIsToldWhereTheyAreNamed() throws Exception {
    assertRefused(jar(GAME.formatted(""), null), "has no games: a text file " + SERVICES);
    assertRefused(jar(GAME.formatted(""), "# nothing\n"), "names no game in " + SERVICES);
  }

  @Test
  void aGameThatCannotBeMadeIsToldWithItsReason() throws Exception {
    assertRefused(jar(GAME.formatted(""), "example.Missing\n"), "Provider example.Missing not found");
    assertRefused(
        jar(GAME.formatted("if (true) throw new IllegalStateException(\"not today\");"), "example.Tiny\n"),
        "IllegalStateException: not today");
    assertRefused(jar(GAME.formatted("dev.cancha.common.message.Json.emptyObject();"), "example.Tiny\n"),
        "it needs dev.cancha.common.message.Json, which is not in the jar");
  }

  private static void assertRefused(Path file, String sentence) {
    assertThatThrownBy(() -> GameJar.open(file)).isInstanceOf(UnusableJar.class)
        .hasMessageContaining(sentence)
        .hasMessageEndingWith(".");
  }

  private Path jar(String source, String services) throws IOException {
    Path work = Files.createTempDirectory(folder, "jar");
    Path java = Files.writeString(work.resolve("Tiny.java"), source);
    Path classes = work.resolve("classes");
    assertThat(ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-cp", System.getProperty("java.class.path"), "-d", classes.toString(),
            java.toString()))
        .isZero();
    Path jar = work.resolve("tiny.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(each).toString()));
        Files.copy(each, out);
      }
      if (services != null) {
        out.putNextEntry(new JarEntry(SERVICES));
        out.write(services.getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }
}
