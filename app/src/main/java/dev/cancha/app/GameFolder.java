package dev.cancha.app;

import dev.cancha.app.host.HostError;
import dev.cancha.common.game.Game;
import dev.cancha.server.games.GameJar;
import dev.cancha.server.games.UnusableJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The games that a server offers beside its own: those of the jars in one folder, read at its start in the order of
 * their names. A jar that cannot be used is named in the log and left out, and its neighbours are not. The jars stay
 * open for as long as the process lives.
 */
final class GameFolder {
  private static final Logger LOG = LoggerFactory.getLogger(GameFolder.class);

  private GameFolder() {}

  /**
   * {@code own}, and those of {@code folder}; alone where {@code folder} is empty.
   *
   * @throws HostError where there is no such folder
   */
  static List<Game<?, ?>> with(List<Game<?, ?>> own, String folder) {
    List<Game<?, ?>> games = new ArrayList<>(own);
    if (!folder.isEmpty()) {
      for (Path jar : jars(Path.of(folder))) {
        try {
          GameJar.open(jar).games().forEach(game -> add(games, game, jar));
        } catch (UnusableJar e) {
          LOG.error("{} It is left out.", e.getMessage());
        }
      }
    }
    return games;
  }

  private static void add(List<Game<?, ?>> games, Game<?, ?> game, Path jar) {
    String id = game.info().id();
    if (games.stream().anyMatch(other -> other.info().id().equals(id))) {
      LOG.error("There is a game '{}' already: the one of {} is left out.", id, jar);
    } else {
      games.add(game);
      LOG.info("{} {} comes from {}", id, game.rules(), jar);
    }
  }

  private static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new HostError(
          "games.folder is " + folder + ", but there is no such folder to read: " + e.getMessage() + ".");
    }
  }
}
