package dev.cancha.testkit;

import dev.cancha.common.game.Game;
import dev.cancha.server.replay.Damaged;
import dev.cancha.server.replay.NoReplay;
import dev.cancha.server.replay.Replay;
import dev.cancha.server.replay.ReplayCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Replays of matches as tests of the rules: what was played once must come out again. */
public final class Replays {
  private Replays() {}

  /**
   * Plays the replay {@code resource}, which stands beside {@code test}, and fails with the first step that differs.
   * Its game is one of {@code games}, or one that {@code ServiceLoader} finds.
   */
  public static void verify(Class<?> test, String resource, Game<?, ?>... games) {
    List<Game<?, ?>> all = new ArrayList<>(List.of(games));
    ServiceLoader.load(Game.class).forEach(all::add);
    String difference;
    try {
      difference = ReplayCheck.difference(Replay.read(bytes(test, resource)), all, step -> {
        // nobody looks
      });
    } catch (Damaged | NoReplay e) {
      difference = e.getMessage();
    }
    if (difference != null) {
      throw new AssertionError(resource + ": " + difference);
    }
  }

  private static byte[] bytes(Class<?> test, String resource) {
    try (InputStream in = test.getResourceAsStream(resource)) {
      if (in == null) {
        throw new AssertionError("there is no resource " + resource + " beside " + test.getName());
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
