package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Game;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** A game made as an author makes one: compiled against {@code cancha-common} alone, and packed into a jar. */
final class PackedGame {
  private PackedGame() {}

  /** What a game is compiled against: a jar, once it is packed. */
  static Path common() {
    try {
      return Path.of(Game.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** Makes {@code name.jar} in {@code folder} of the class {@code example.type}, whose text is {@code source}. */
  static Path in(Path folder, String name, String type, String source) throws IOException {
    Path work = Files.createTempDirectory("game");
    Path text = Files.writeString(work.resolve(type + ".java"), source);
    Path classes = work.resolve("classes");
    assertThat(ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-cp", common().toString(), "-d", classes.toString(), text.toString()))
        .isZero();
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve(Game.class.getName()), "example." + type + "\n");
    Path jar = folder.resolve(name + ".jar");
    assertThat(java.util.spi.ToolProvider.findFirst("jar")
        .orElseThrow()
        .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), "."))
        .isZero();
    return jar;
  }
}
