package dev.cancha.testkit.swarm;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.spi.FilterReply;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Stage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * The server logs a bug of its own as an error and goes on without the connection or the room that had it, and Netty
 * warns of what nobody caught: in a simulation that is a complaint. A run has a thread of its own, so what is logged on
 * it is the run's.
 */
final class LoggedErrors implements Judge {
  /** What a process that was ended in the middle of a step still says in it is heard by nobody. */
  private static final ThreadLocal<@Nullable Scene> SCENE = new ThreadLocal<>();
  private static final ThreadLocal<List<String>> LOGGED = ThreadLocal.withInitial(ArrayList::new);

  static {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).getLoggerContext()
        .addTurboFilter(new BrokenDisks());
    Listening appender = new Listening();
    appender.start();
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(appender);
  }

  private static final class Listening extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      Scene scene = SCENE.get();
      if (scene != null && !scene.server().process().alive()) {
        return;
      }
      boolean netty = event.getLoggerName().startsWith("io.netty.");
      if (event.getLevel().isGreaterOrEqual(netty ? Level.WARN : Level.ERROR)) {
        String thrown = event.getThrowableProxy() == null ? ""
            : ": " + event.getThrowableProxy().getClassName() + " "
                + event.getThrowableProxy().getMessage();
        LOGGED.get().add(event.getLoggerName() + " logged: " + event.getFormattedMessage() + thrown);
      }
    }
  }

  /** Where disks fail on purpose, a room that says so is right, and would fill the build's output. */
  private static final class BrokenDisks extends TurboFilter {
    @Override
    public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] arguments,
        Throwable thrown) {
      return format != null && format.contains("could not be stored") ? FilterReply.DENY
          : FilterReply.NEUTRAL;
    }
  }

  @Override
  public String name() {
    return "loggedErrors";
  }

  @Override
  public void begin(Scene scene) {
    SCENE.set(scene);
    LOGGED.get().clear();
  }

  @Override
  public List<String> complaints(Stage stage) {
    return List.copyOf(LOGGED.get());
  }
}
