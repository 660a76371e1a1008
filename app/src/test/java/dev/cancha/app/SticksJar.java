package dev.cancha.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The game that stands in docs/writing-a-game.md, as its page says to pack it. */
public final class SticksJar {
  private SticksJar() {}

  /** Makes {@code sticks.jar} in {@code folder}. */
  public static Path in(Path folder) throws IOException {
    String page = Files.readString(Path.of("../docs/writing-a-game.md"));
    String game = page.substring(page.indexOf("```java\n") + 8);
    return PackedGame.in(folder, "sticks", "Sticks", game.substring(0, game.indexOf("```")));
  }
}
