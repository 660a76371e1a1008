package dev.cancha.common.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Exceptions that nobody caught: those that ended a thread, and those that Netty caught in its event loops, promises
 * and at the tail of a pipeline, where it can do no more than log them. A watch within a watch hides what it sees from
 * the outer one.
 */
final class Uncaught {
  private static final String NAME = "uncaught";

  private final Queue<String> found = new ConcurrentLinkedQueue<>();
  private final Logger netty = (Logger) LoggerFactory.getLogger("io.netty");
  private final Collector collector = new Collector();
  private @Nullable Appender<ILoggingEvent> appenderBefore;
  private Thread.@Nullable UncaughtExceptionHandler handlerBefore;

  void begin() {
    handlerBefore = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> found.add("uncaught in the thread '" + thread.getName() + "': " + stack(thrown)));
    appenderBefore = netty.getAppender(NAME);
    netty.detachAppender(NAME);
    collector.setName(NAME);
    collector.setContext(netty.getLoggerContext());
    collector.start();
    netty.addAppender(collector);
  }

  /** What was found since {@link #begin}; from now on nothing is watched. */
  List<String> end() {
    netty.detachAppender(collector);
    collector.stop();
    if (appenderBefore != null) {
      netty.addAppender(appenderBefore);
    }
    Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
    return new ArrayList<>(found);
  }

  private static String stack(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  private final class Collector extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      if (event.getLevel().isGreaterOrEqual(Level.WARN)
          && event.getThrowableProxy() instanceof ThrowableProxy proxy) {
        found.add("Netty in the thread '" + event.getThreadName() + "': " + event.getFormattedMessage() + ": "
            + stack(proxy.getThrowable()));
      }
    }
  }
}
