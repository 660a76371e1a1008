package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LogsTest {
  @Test
  @DisplayName("what is built in is what config/logback.xml says, for whoever starts from there")
  void theSame() throws JoranException {
    LoggerContext read = new LoggerContext();
    JoranConfigurator file = new JoranConfigurator();
    file.setContext(read);
    file.doConfigure(Path.of("../config/logback.xml").toFile());
    LoggerContext built = new LoggerContext();
    Logs.set(built);
    assertThat(said(built)).isEqualTo(said(read)).hasSizeGreaterThan(5);
    read.stop();
    built.stop();
  }

  @Test
  @DisplayName("tests have settings of their own, which go first")
  void tests() {
    assertThat(new Logs().configure(new LoggerContext()))
        .isEqualTo(Configurator.ExecutionStatus.INVOKE_NEXT_IF_ANY);
  }

  @Test
  @DisplayName("logback finds it")
  void found() {
    assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(Logs.class);
  }

  private static List<String> said(LoggerContext logs) {
    List<String> said = new ArrayList<>();
    for (Logger logger : logs.getLoggerList()) {
      if (logger.getLevel() != null) {
        said.add(logger.getName() + " " + logger.getLevel() + " " + logger.isAdditive());
      }
      for (var appenders = logger.iteratorForAppenders(); appenders.hasNext();) {
        Appender<ILoggingEvent> appender = appenders.next();
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>) appender;
        PatternLayoutEncoder encoder = (PatternLayoutEncoder) console.getEncoder();
        said.add(logger.getName() + " " + console.getName() + " " + console.isStarted() + " "
            + console.getTarget() + " "
            + encoder.getPattern() + " " + encoder.getCharset());
      }
    }
    return said;
  }
}
