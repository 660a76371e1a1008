package dev.cancha.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The game that stands in docs/writing-a-game.md, as its page says to pack it. */
public final class SticksJar {
  private SticksJar() {}

  /** Makes {@code sticks.jar} in {@code folder}. */
  public static Path in(Path folder) throws IOException {
    return PackedGame.in(folder, "sticks", "Sticks", source());
  }

  /** The same, of the game as it is when it tells what was taken. */
  public static Path telling(Path folder) throws IOException {
    return PackedGame.in(folder, "sticks", "Sticks",
        source().replace("/** The state.", "public record Taken(int seat, int sticks) {}\n\n  /** The state.")
            .replace(".title(", ".events(Taken.class).title(")
            .replace("1 - seat));", "1 - seat), new Taken(seat, take.sticks()));"));
  }

  private static String source() throws IOException {
    String page = Files.readString(Path.of("../docs/writing-a-game.md"));
    String game = page.substring(page.indexOf("```java\n") + 8);
    return game.substring(0, game.indexOf("```"));
  }
}
