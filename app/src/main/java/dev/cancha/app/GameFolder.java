package dev.cancha.app;

import dev.cancha.app.host.HostError;
import dev.cancha.common.CompositionRoot;
import dev.cancha.common.game.Game;
import dev.cancha.server.games.GameJar;
import dev.cancha.server.games.UnusableJar;
import dev.cancha.server.lobby.Lobby;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The games that a server offers beside its own: those of the jars in one folder, read at its start in the order of
 * their names. A jar that cannot be used is named in the log and left out, and its neighbours are not: also one whose
 * code throws, or does not come to an end, when it is asked what it is. The jars stay open for as long as the process
 * lives.
 */
final class GameFolder {
  private static final Logger LOG = LoggerFactory.getLogger(GameFolder.class);
  /** A game says what it is in some milliseconds. */
  private static final int PATIENCE_SECONDS = 10;

  private GameFolder() {}

  /** All games on offer, and the ids of those that came from jars. */
  record Offered(List<Game<?, ?>> games, SortedSet<String> foreign) {}

  /** What one jar holds, by id. */
  private record Found(String id, String rules, Game<?, ?> game) {}

  /**
   * {@code own}, and those of {@code folder}; alone where {@code folder} is empty.
   *
   * @throws HostError where there is no such folder
   */
  static Offered with(List<Game<?, ?>> own, String folder) {
    Offered offered = new Offered(new ArrayList<>(own), new TreeSet<>());
    if (!folder.isEmpty()) {
      SortedSet<String> taken = new TreeSet<>();
      own.forEach(game -> taken.add(game.info().id()));
      for (Path jar : jars(Path.of(folder))) {
        for (Found found : found(jar)) {
          if (taken.add(found.id())) {
            offered.games().add(found.game());
            offered.foreign().add(found.id());
            LOG.info("{} {} comes from {}", found.id(), found.rules(), jar);
          } else {
            LOG.error("There is a game '{}' already: the one of {} is left out.", found.id(), jar);
          }
        }
      }
    }
    return offered;
  }

  @CompositionRoot("asks a jar's code on a thread that need not come back")
  private static List<Found> found(Path jar) {
    FutureTask<List<Found>> asked = new FutureTask<>(open(jar));
    Thread.ofPlatform().daemon().name("cancha-jar").start(asked);
    try {
      return asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      asked.cancel(true);
      LOG.error("{} does not say within {} s which games it has. It is left out.", jar, PATIENCE_SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnusableJar unusable) {
        LOG.error("{} It is left out.", unusable.getMessage());
      } else {
        LOG.error("A game of {} cannot say what it is: {}. It is left out.", jar,
            String.valueOf(e.getCause()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HostError("The start was interrupted.");
    }
    return List.of();
  }

  private static Callable<List<Found>> open(Path jar) {
    return () -> {
      List<Found> found = new ArrayList<>();
      for (Game<?, ?> game : GameJar.open(jar).games()) {
        Lobby.introduce(game);
        found.add(new Found(game.info().id(), game.rules(), game));
      }
      return found;
    };
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
