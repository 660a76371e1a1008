package dev.cancha.app.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.message.Json;
import dev.cancha.server.bots.Launcher;
import dev.cancha.server.room.Seed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ProgramMindTest {
  private final List<String> asked = new ArrayList<>();
  private int ends;
  private int starts;

  /** A program that does with each question what {@code behaviour} does. */
  private Mind program(BiConsumer<String, Launcher.Ears> behaviour, Duration patience) {
    Launcher launcher = (order, ears) -> {
      starts++;
      return new Launcher.Child() {
        @Override
        public void send(Supplier<Json> line) {
          asked.add(line.get().toString());
          behaviour.accept(asked.getLast(), ears);
        }

        @Override
        public void end() {
          ends++;
        }
      };
    };
    return new ProgramMind(launcher, new Launcher.Order("bot", List.of("bot"), 100),
        new Patience(Duration.ofMinutes(1), patience));
  }

  private Mind program(BiConsumer<String, Launcher.Ears> behaviour) {
    return program(behaviour, Duration.ofMinutes(1));
  }

  private static Mind.Question question() {
    ConnectFour game = new ConnectFour();
    Table table = new Table(Table.room(game),
        new Occasion(game, new Seed("0".repeat(32)), "m", List.of("a", "b"), 0),
        (before, input, changed) -> {});
    table.begin();
    return new Mind.Question(table.turns(), table.state(), 0);
  }

  private static Json decided(Mind mind) throws Failed {
    return Objects.requireNonNull(mind.ask(question())).await();
  }

  private static void says(Launcher.Ears ears, String line) {
    ears.line(line.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void itIsAskedALineAndAnswersALine() throws Failed {
    try (Mind mind = program((line, ears) -> says(ears, " {\"column\": 3} "))) {
      assertThat(decided(mind)).hasToString("{\"column\":3}");
      assertThat(decided(mind)).hasToString("{\"column\":3}");
    }
    assertThat(asked).hasSize(2)
        .allSatisfy(line -> assertThat(line).startsWith("{\"type\":\"act\",\"protocol\":1,")
            .contains("\"legal\":[{\"column\":0},", "\"limitMillis\":60000"));
    assertThat(starts).as("one process for a match").isEqualTo(1);
    assertThat(ends).isEqualTo(1);
  }

  @Test
  void whoEndsHasCrashedAndItsLastComplaintIsTold() {
    Mind mind = program((line, ears) -> {
      ears.complaint("Traceback:");
      ears.complaint("ZeroDivisionError");
      ears.ended("ended with exit code 1");
    });
    assertThatThrownBy(() -> decided(mind)).isInstanceOfSatisfying(Failed.class, failed -> {
      assertThat(failed.kind()).isEqualTo(FaultKind.CRASH);
      assertThat(failed).hasMessage("ended with exit code 1, and said last: ZeroDivisionError");
    });
  }

  @Test
  void whoIsSilentHasRunOutOfTime() throws Failed {
    Mind mind = program((line, ears) -> {
      if (asked.size() == 1) {
        says(ears, "{\"column\":3}");
      }
    }, Duration.ofMillis(10));
    assertThat(decided(mind)).as("the first answer, which has longer").hasToString("{\"column\":3}");
    assertThatThrownBy(() -> decided(mind)).isInstanceOfSatisfying(Failed.class, failed -> {
      assertThat(failed.kind()).isEqualTo(FaultKind.TIMEOUT);
      assertThat(failed).hasMessage("did not answer within 10 ms");
    });
  }

  @Test
  void whatIsNoActIsIllegal() {
    for (String line : List.of("hello", "", "{\"column\":\"3\"}", "[1]", "{\"column\":3}\u0007")) {
      Mind mind = program((question, ears) -> says(ears, line));
      assertThatThrownBy(() -> decided(mind)).as(line)
          .isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.kind()).isEqualTo(FaultKind.ILLEGAL);
            assertThat(failed.getMessage()).startsWith("answered '").doesNotContain("\u0007");
          });
    }
  }

  @Test
  void aLineThatNobodyAskedForIsIllegal() throws Failed {
    Mind mind = program((line, ears) -> {
      says(ears, "{\"column\":3}");
      says(ears, "debug");
    });
    assertThat(decided(mind)).hasToString("{\"column\":3}");
    assertThatThrownBy(() -> decided(mind)).hasMessage("wrote a line that nobody had asked for, 'debug'");
  }
}
