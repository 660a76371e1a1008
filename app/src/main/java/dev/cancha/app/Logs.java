package dev.cancha.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What {@code cancha} logs, as {@code config/logback.xml} says: to read that file took a sixth of the CPU time of a
 * start. Where the system property {@code logback.configurationFile} names a file, or tests bring their {@code
 * logback-test.xml}, that one is read instead. Logback finds this by {@code ServiceLoader}.
 */
public final class Logs extends ContextAwareBase implements Configurator {
  private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0}: "
      + "%replace(%msg){'[\\r\\n\\t]', '~'}%n%ex{10}";
  private static final Map<String, Level> LEVELS = Map.of(
      "io.netty", Level.WARN,
      "io.netty.util.internal.MacAddressUtil", Level.ERROR,
      "org.flywaydb", Level.WARN,
      "javax.jmdns", Level.ERROR);

  @Override
  public ExecutionStatus configure(LoggerContext logs) {
    if (System.getProperty("logback.configurationFile") != null
        || getClass().getResource("/logback-test.xml") != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    set(logs);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  static void set(LoggerContext logs) {
    Logger root = logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(lines(logs));
    root.setLevel(Level.toLevel(System.getenv("CANCHA_LOG"), Level.INFO));
    LEVELS.forEach((name, level) -> logs.getLogger(name).setLevel(level));
  }

  private static ConsoleAppender<ILoggingEvent> lines(LoggerContext logs) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(logs);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(PATTERN);
    encoder.start();
    ConsoleAppender<ILoggingEvent> lines = new ConsoleAppender<>();
    lines.setContext(logs);
    lines.setName("LINES");
    lines.setTarget("System.err");
    lines.setEncoder(encoder);
    lines.start();
    return lines;
  }
}
