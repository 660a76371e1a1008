package dev.cancha.app.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ClientMessage.Request;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommandTest {
  static Stream<Arguments> requests() {
    return Stream.of(
        Arguments.of("/rooms", new ClientMessage.ListRooms(null, null, null)),
        Arguments.of("/create snake 3 ticksPerMove=20 fast=true name=x",
            new ClientMessage.Create(null, "snake",
                Json.ofChecked("{\"ticksPerMove\":20,\"fast\":true,\"name\":\"x\"}"), null, 3, null, null,
                null, null)),
        Arguments.of("/create dudo", create("dudo", null)),
        Arguments.of("/CREATE dudo 3", create("dudo", 3)),
        Arguments.of("/quick connectFour", new ClientMessage.Quick(null, "connectFour", null)),
        Arguments.of("/join kx3f", new ClientMessage.Join(null, "kx3f", null, null, null)),
        Arguments.of("/join KX3F secret", new ClientMessage.Join(null, "KX3F", "secret", null, null)),
        Arguments.of("/watch KX3F", new ClientMessage.Join(null, "KX3F", null, null, true)),
        Arguments.of("/leave", new ClientMessage.Leave(null)),
        Arguments.of("  /ready  ", new ClientMessage.Ready(null, null)),
        Arguments.of("/unready", new ClientMessage.Ready(null, false)),
        Arguments.of("/start", new ClientMessage.Start(null)),
        Arguments.of("/sit 1", new ClientMessage.Sit(null, 1)),
        Arguments.of("/stand", new ClientMessage.Sit(null, null)),
        Arguments.of("/bot 1", new ClientMessage.Bot(null, 1, null, null)),
        Arguments.of("/bot 1 random", new ClientMessage.Bot(null, 1, "random", null)),
        Arguments.of("/nobot 1", new ClientMessage.Bot(null, 1, null, true)),
        Arguments.of("/kick 0", new ClientMessage.Kick(null, 0, null)),
        Arguments.of("/resign", new ClientMessage.Resign(null)),
        Arguments.of("/rematch", new ClientMessage.Rematch(null)),
        Arguments.of("/chat  well  played ", new ClientMessage.Say(null, "well  played")));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void aRequestIsItsWordAndItsValues(String line, Request request) throws Misunderstood {
    assertThat(Command.parse(line)).isEqualTo(new Command.Ask(request));
  }

  @Test
  void someCommandsAskTheServerNothing() throws Misunderstood {
    assertThat(Command.parse("/help")).isInstanceOf(Command.Help.class);
    assertThat(Command.parse("/?")).isInstanceOf(Command.Help.class);
    assertThat(Command.parse("/show")).isInstanceOf(Command.Show.class);
    assertThat(Command.parse("/sit")).isInstanceOf(Command.AnySeat.class);
    assertThat(Command.parse("/quit")).isInstanceOf(Command.Quit.class);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      /dance          | There is no /dance. /help shows every command.
      /               | There is no /. /help shows every command.
      /create         | Add the game, such as /create connectFour.
      /quick          | Add the game, such as /quick connectFour.
      /join           | Add the room's code, such as /join KX3F.
      /kick           | Add a number, counted from 0 for seats.
      /kick Beto      | Add a number, counted from 0 for seats.
      /sit 99         | 'seat' is 99, but must be 0 to 63.
      /create dudo 0  | 'seats' is 0, but must be 1 to 64.
      /chat           | 'text' has 0 characters, but must have 1 to 300.
      """)
  void whatIsWrongIsToldInASentence(String line, String sentence) {
    assertThatThrownBy(() -> Command.parse(line)).isInstanceOf(Misunderstood.class).hasMessage(sentence);
  }

  @Test
  void theHelpNamesEveryCommandThatIsUnderstood() {
    String help = String.join("\n", Command.HELP);
    assertThat(help).contains("/rooms", "/create", "/quick", "/join", "/watch", "/leave", "/ready",
        "/unready",
        "/start", "/sit", "/stand", "/kick", "/bot", "/nobot", "/resign", "/rematch", "/chat", "/show",
        "/quit");
  }

  private static Request create(String game, Integer seats) {
    return new ClientMessage.Create(null, game, null, null, seats, null, null, null, null);
  }
}
