package dev.cancha.app.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.app.match.Entrant.OfGame;
import dev.cancha.app.match.Entrant.Program;
import dev.cancha.common.game.Game;
import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.snake.SnakeGame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntrantTest {
  @TempDir
  Path folder;

  private final Game<?, ?> game = new ConnectFour();

  private List<Entrant> parse(String list) {
    return Entrant.parse(list, game);
  }

  @Test
  void botsOfTheProgramItselfAreKnownByTheirNames() {
    List<Entrant> entrants = parse("random, mcts:400,mcts");
    assertThat(entrants).extracting(Entrant::name).containsExactly("random", "mcts:400", "mcts");
    assertThat(entrants).allSatisfy(entrant -> {
      assertThat(entrant.player()).isInstanceOf(OfGame.class);
      assertThat(entrant.reproducible()).isTrue();
    });
  }

  @Test
  void aGameBringsItsOwn() {
    assertThat(Entrant.parse("survivor,random", new SnakeGame())).extracting(Entrant::name)
        .containsExactly("survivor", "random");
  }

  @Test
  void twoOfANameAreTold() {
    assertThat(parse("random,random,random")).extracting(Entrant::name)
        .containsExactly("random", "random#2", "random#3");
  }

  @Test
  void aPythonFileIsRunByPythonAndAnExecutableByItself() throws IOException {
    Path python = Files.writeString(folder.resolve("my_bot.py"), "print()");
    Path program = Files.writeString(folder.resolve("other"), "");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    List<Entrant> entrants = parse(python + "," + program);
    assertThat(entrants).extracting(Entrant::name).containsExactly("my_bot.py", "other");
    assertThat(entrants).extracting(Entrant::reproducible).containsOnly(false);
    assertThat(((Program) entrants.getFirst().player()).command()).containsExactly("python3",
        python.toString());
    assertThat(((Program) entrants.get(1).player()).command()).containsExactly(program.toString());
  }

  @Test
  void aCommandHasANameAndMayHaveQuotes() throws IOException {
    Path file = Files.writeString(folder.resolve("deep.py"), "1");
    Entrant entrant = parse("deep=python3 '" + file + "' --level 3").getFirst();
    assertThat(entrant.name()).isEqualTo("deep");
    assertThat(((Program) entrant.player()).command()).containsExactly("python3", file.toString(), "--level",
        "3");
    assertThat(((Program) entrant.player()).file()).isEqualTo(file);
  }

  @Test
  void aBotOfTheProgramItselfMayHaveANameToo() {
    Entrant entrant = parse("weak=mcts:5").getFirst();
    assertThat(entrant.name()).isEqualTo("weak");
    assertThat(entrant.reproducible()).isTrue();
  }

  @Test
  void theFingerprintTellsWhenAProgramWasChanged() throws IOException {
    Path file = Files.writeString(folder.resolve("bot.py"), "1");
    String before = parse(file.toString()).getFirst().fingerprint();
    Files.writeString(file, "2");
    assertThat(parse(file.toString()).getFirst().fingerprint()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      clever       | there is no bot 'clever', and no such file; the bots are mcts, random
      random,,mcts | every bot between its commas must be named
      mcts:0       | mcts:0, but its playouts must be 1 to 1000000
      a='b c       | every quote must be closed
      """)
  void whatIsNoBotIsToldWithWhatWouldBe(String list, String told) {
    assertThatThrownBy(() -> parse(list)).isInstanceOf(MatchError.class).hasMessageContaining(told);
  }

  @Test
  void aSearchIsNotForGamesThatTick() {
    assertThatThrownBy(() -> Entrant.parse("mcts:9", new SnakeGame()))
        .hasMessageContaining("mcts does not play snake");
  }

  @Test
  void aFileThatCannotBeRunIsToldWithHowItCould() throws IOException {
    Path file = Files.writeString(folder.resolve("plain.txt"), "");
    assertThatThrownBy(() -> parse(file.toString())).hasMessageContaining("chmod +x " + file);
  }
}
