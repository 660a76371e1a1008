package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Game;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** The game that stands in docs/writing-a-game.md, as its page says to pack it. */
public final class SticksJar {
  private SticksJar() {}

  /** Makes {@code sticks.jar} in {@code folder}. */
  public static Path in(Path folder) throws IOException {
    String page = Files.readString(Path.of("../docs/writing-a-game.md"));
    String game = page.substring(page.indexOf("```java\n") + 8);
    Path work = Files.createTempDirectory("sticks");
    Path source = Files.writeString(work.resolve("Sticks.java"), game.substring(0, game.indexOf("```")));
    Path classes = work.resolve("classes");
    assertThat(ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-cp", System.getProperty("java.class.path"), "-d", classes.toString(),
            source.toString()))
        .isZero();
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve(Game.class.getName()), "example.Sticks\n");
    Path jar = folder.resolve("sticks.jar");
    assertThat(java.util.spi.ToolProvider.findFirst("jar")
        .orElseThrow()
        .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), "."))
        .isZero();
    return jar;
  }
}
