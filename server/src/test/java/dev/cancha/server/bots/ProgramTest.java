package dev.cancha.server.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.cancha.common.game.Game;
import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.server.limits.OutOfBounds;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** How programs are named in the configuration, and what the log hears of them. */
class ProgramTest {
  private static final List<Game<?, ?>> GAMES = List.of(new ConnectFour());

  @Test
  void aLineIsANameGamesAndACommand() {
    Program program = Program
        .parse(" my2Bot =  dudo connectFour : \"/opt/my bots/run\" --level=3 a:b '' 'it is \"x\"'");
    assertThat(program.name()).isEqualTo("my2Bot");
    assertThat(program.games()).containsExactly("dudo", "connectFour");
    assertThat(program.command()).containsExactly("/opt/my bots/run", "--level=3", "a:b", "", "it is \"x\"");
    assertThat(program.plays("dudo")).isTrue();
    assertThat(program.plays("snake")).isFalse();
    assertThat(Program.parse("a=*:b").plays("snake")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      python3 bot.py            | but each must be NAME = GAME ...: COMMAND
      my bot = dudo: run        | has the name 'my bot'
      Mybot = dudo: run         | begin with a small letter
      mybot = : run             | without a game
      mybot = dudo:             | without a command
      mybot = dudo: ''          | without a command
      mybot = dudo: "run        | every quote must be closed
      """)
  void whatIsWrongIsSaid(String line, String sentence) {
    assertThatThrownBy(() -> new ProgramLimits(List.of(line), 1, 64, 0)).isInstanceOf(OutOfBounds.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aNameIsNotGivenTwice() {
    assertThatThrownBy(() -> new ProgramLimits(List.of("a = dudo: x", "a = snake: y"), 1, 64, 0))
        .isInstanceOf(OutOfBounds.class)
        .hasMessageContaining("has a twice");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      mybot = chess: run       | for the game chess, but there are only connectFour
      mcts = connectFour: run  | connectFour has a bot of that name already
      random = *: run          | connectFour has a bot of that name already
      """)
  void aGameThatIsNotThereAndANameThatIsTakenAreRefused(String line, String sentence) {
    Programs programs = new Programs(new ProgramLimits(List.of(line), 1, 64, 0), Launcher.none());
    assertThatThrownBy(() -> new Bots(GAMES, game -> Runnable::run, BotLimits.standard(), programs))
        .isInstanceOf(OutOfBounds.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void ofItsComplaintsTheLogTakesTheFirstHundredAndNoControlCharacters() {
    FakePrograms launcher = new FakePrograms();
    Programs programs = new Programs(new ProgramLimits(List.of("mybot = *: run"), 1, 64, 0), launcher);
    assertThat(programs.admit()).isTrue();
    Conversation conversation = Conversation.begin(programs, programs.all().getFirst(), "room r, seat 1");
    Logger log = (Logger) LoggerFactory.getLogger(Conversation.class);
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    heard.start();
    log.addAppender(heard);
    log.setAdditive(false);
    log.setLevel(ch.qos.logback.classic.Level.INFO);
    try {
      IntStream.range(0, 1_000).forEach(i -> conversation.complaint("\u001b[31mred " + "x".repeat(1_000)));
      conversation.end(null);
    } finally {
      log.detachAppender(heard);
      log.setAdditive(true);
      log.setLevel(null);
    }
    assertThat(heard.list).hasSize(101);
    assertThat(heard.list.getFirst().getFormattedMessage()).startsWith("room r, seat 1 says:  [31mred xx")
        .hasSizeLessThan(300);
    assertThat(launcher.last().ended).isTrue();
    assertThat(programs.admit()).as("its place is free again").isTrue();
  }
}
