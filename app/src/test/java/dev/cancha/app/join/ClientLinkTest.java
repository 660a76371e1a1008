package dev.cancha.app.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ClientMessage.Request;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClientLinkTest {
  /** One of each request, with every member given. */
  static Stream<Request> requests() {
    Json object = Json.ofChecked("{\"a\":1}");
    Settings settings = new Settings(30, null, null, null, 60);
    return Stream.of(new ClientMessage.Hello(null, "Ana", 1, "t".repeat(22), "KX3F", 7L, "auth", "client"),
        new ClientMessage.Describe(null, "dudo"), new ClientMessage.ListRooms(null, "dudo", true),
        new ClientMessage.Create(null, "dudo", object, settings, 3, Visibility.PRIVATE, "secret", 1, true),
        new ClientMessage.Join(null, "KX3F", "secret", 2, true),
        new ClientMessage.Quick(null, "dudo", object),
        new ClientMessage.Leave(null),
        new ClientMessage.Configure(null, object, settings, 3, Visibility.PRIVATE, "secret"),
        new ClientMessage.Sit(null, 1), new ClientMessage.Ready(null, false), new ClientMessage.Start(null),
        new ClientMessage.Bot(null, 1, "mcts", true), new ClientMessage.Kick(null, null, "p7"),
        new ClientMessage.Resign(null), new ClientMessage.Rematch(null), new ClientMessage.Say(null, "hello"),
        new ClientMessage.Sync(null), new ClientMessage.Ping(null, object));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void aNumberedRequestIsTheSameInEverythingElse(Request request) {
    Request numbered = ClientLink.numbered(request, 5);
    assertThat(numbered).hasSameClassAs(request);
    assertThat(numbered.id()).isEqualTo(5);
    assertThat(numbered).usingRecursiveComparison().ignoringFields("id").isEqualTo(request);
  }

  @Test
  void everyKindOfRequestIsAmongThem() {
    assertThat(requests().<Class<?>>map(Object::getClass)).containsAll(leaves(Request.class).toList());
  }

  @Test
  void theAnswerIsTheOneThatTheProtocolNames() {
    assertThat(ClientLink.answerOf(new ClientMessage.Leave(null))).isEqualTo(ServerMessage.Left.class);
    assertThat(ClientLink.answerOf(FakeLink.join("KX3F"))).isEqualTo(ServerMessage.Room.class);
    assertThat(ClientLink.answerOf(new ClientMessage.Sit(null, null))).isEqualTo(ServerMessage.Room.class);
    assertThat(ClientLink.answerOf(new ClientMessage.Say(null, "x"))).isEqualTo(ServerMessage.Done.class);
    assertThat(ClientLink.answerOf(new ClientMessage.ListRooms(null, null, null)))
        .isEqualTo(ServerMessage.Rooms.class);
    assertThat(ClientLink.answerOf(new ClientMessage.Describe(null, "x")))
        .isEqualTo(ServerMessage.GameDescription.class);
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed() ? List.of(type.getPermittedSubclasses()).stream().flatMap(ClientLinkTest::leaves)
        : Stream.of(type);
  }
}
