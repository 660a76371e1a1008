package dev.cancha.server.games;

import dev.cancha.common.game.Game;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * A jar with games, open for as long as they are played: their classes are read from it when they are needed, and after
 * it is closed they are not to be used.
 *
 * @param path the file
 * @param games those that it names in {@code META-INF/services}, in that order; at least one
 * @param classes the jar's own
 */
public record GameJar(Path path, List<Game<?, ?>> games, URLClassLoader classes) implements AutoCloseable {
  private static final String SERVICES = "META-INF/services/" + Game.class.getName();

  public GameJar {
    games = List.copyOf(games);
  }

  /**
   * Opens the jar {@code path} and makes its games.
   *
   * @throws UnusableJar where there is none, or one of its games cannot be made
   */
  public static GameJar open(Path path) throws UnusableJar {
    requireJar(path);
    URLClassLoader classes = new URLClassLoader("cancha-game " + path.getFileName(), new URL[] {url(path)},
        new RulesOnly(Objects.requireNonNull(GameJar.class.getClassLoader())));
    try {
      List<Game<?, ?>> games = new ArrayList<>();
      for (Game<?, ?> game : ServiceLoader.load(Game.class, classes)) {
        games.add(game);
      }
      if (games.isEmpty()) {
        throw new UnusableJar(path + " names no game in " + SERVICES + ".");
      }
      return new GameJar(path, games, classes);
    } catch (UnusableJar e) {
      close(classes);
      throw e;
    } catch (ServiceConfigurationError | LinkageError e) {
      close(classes);
      throw new UnusableJar("a game of " + path + " cannot be made: " + reason(e) + ".", e);
    }
  }

  private static void requireJar(Path path) throws UnusableJar {
    if (!Files.isRegularFile(path)) {
      throw new UnusableJar("there is no file " + path + ".");
    }
    try (JarFile jar = new JarFile(path.toFile())) {
      if (jar.getEntry(SERVICES) == null) {
        throw new UnusableJar(
            path + " has no games: a text file " + SERVICES + " in it names the class of each, one a line.");
      }
    } catch (IOException | SecurityException e) {
      throw new UnusableJar(path + " is no jar that can be read: " + e.getMessage() + ".", e);
    }
  }

  private static URL url(Path path) throws UnusableJar {
    try {
      return path.toUri().toURL();
    } catch (IOException e) {
      throw new UnusableJar(path + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /** What went wrong at the bottom: a class that is missing, or what a constructor threw. */
  private static String reason(Throwable thrown) {
    Throwable cause = thrown;
    for (@Nullable
    Throwable next = thrown.getCause(); next != null; next = next.getCause()) {
      cause = next;
    }
    String said = String.valueOf(cause.getMessage());
    return switch (cause) {
      case ServiceConfigurationError _ -> said.replace(Game.class.getName() + ": ", "");
      case UnsupportedClassVersionError _ -> "it was compiled for a newer Java: " + said;
      case ClassNotFoundException _ -> "it needs " + said
          + ", which is not in the jar; of Cancha a game sees " + Game.class.getPackageName() + " alone";
      default -> cause.getClass().getSimpleName() + ": " + said;
    };
  }

  @Override
  public void close() {
    close(classes);
  }

  private static void close(URLClassLoader classes) {
    try {
      classes.close();
    } catch (IOException e) {
      return; // it was only read
    }
  }
}
