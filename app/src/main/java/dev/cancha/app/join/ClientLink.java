package dev.cancha.app.join;

import dev.cancha.client.GameClient;
import dev.cancha.client.GameClients;
import dev.cancha.client.RoomView;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ClientMessage.Request;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage;
import java.util.concurrent.CompletionStage;

/** A connection by the client library. */
public record ClientLink(GameClient client, GameClients clients) implements Link {
  @Override
  public CompletionStage<? extends ServerMessage> ask(Request request) {
    return client.ask(answerOf(request), id -> numbered(request, id));
  }

  @Override
  public CompletionStage<?> act(Json action) {
    RoomView room = client.room();
    return client.act(action, room == null ? 0 : room.rev());
  }

  @Override
  public void close() {
    client.close();
    clients.close();
  }

  /** The type of message that the protocol names as the answer. */
  static Class<? extends ServerMessage> answerOf(Request request) {
    return switch (request) {
      case ClientMessage.Hello _ -> ServerMessage.Welcome.class;
      case ClientMessage.Describe _ -> ServerMessage.GameDescription.class;
      case ClientMessage.ListRooms _ -> ServerMessage.Rooms.class;
      case ClientMessage.Create _,ClientMessage.Join _,ClientMessage.Quick _ -> ServerMessage.Room.class;
      case ClientMessage.Sit _,ClientMessage.Sync _ -> ServerMessage.Room.class;
      case ClientMessage.Leave _ -> ServerMessage.Left.class;
      case ClientMessage.Ping _ -> ServerMessage.Pong.class;
      case ClientMessage.Configure _,ClientMessage.Bot _,ClientMessage.Kick _ -> ServerMessage.Done.class;
      case ClientMessage.Ready _,ClientMessage.Start _,ClientMessage.Resign _ -> ServerMessage.Done.class;
      case ClientMessage.Rematch _,ClientMessage.Say _ -> ServerMessage.Done.class;
    };
  }

  /** The same request under the number that its answer will carry. */
  static Request numbered(Request request, int id) {
    return switch (request) {
      case ClientMessage.Hello r ->
        new ClientMessage.Hello(id, r.name(), r.protocol(), r.token(), r.room(), r.rev(),
            r.auth(), r.client());
      case ClientMessage.Describe r -> new ClientMessage.Describe(id, r.game());
      case ClientMessage.ListRooms r -> new ClientMessage.ListRooms(id, r.game(), r.watch());
      case ClientMessage.Create r ->
        new ClientMessage.Create(id, r.game(), r.options(), r.settings(), r.seats(),
            r.visibility(), r.password(), r.bots(), r.spectate());
      case ClientMessage.Join r -> new ClientMessage.Join(id, r.room(), r.password(), r.seat(), r.spectate());
      case ClientMessage.Quick r -> new ClientMessage.Quick(id, r.game(), r.options());
      case ClientMessage.Leave _ -> new ClientMessage.Leave(id);
      case ClientMessage.Configure r -> new ClientMessage.Configure(id, r.options(), r.settings(), r.seats(),
          r.visibility(), r.password());
      case ClientMessage.Sit r -> new ClientMessage.Sit(id, r.seat());
      case ClientMessage.Ready r -> new ClientMessage.Ready(id, r.ready());
      case ClientMessage.Start _ -> new ClientMessage.Start(id);
      case ClientMessage.Bot r -> new ClientMessage.Bot(id, r.seat(), r.bot(), r.remove());
      case ClientMessage.Kick r -> new ClientMessage.Kick(id, r.seat(), r.player());
      case ClientMessage.Resign _ -> new ClientMessage.Resign(id);
      case ClientMessage.Rematch _ -> new ClientMessage.Rematch(id);
      case ClientMessage.Say r -> new ClientMessage.Say(id, r.text());
      case ClientMessage.Sync _ -> new ClientMessage.Sync(id);
      case ClientMessage.Ping r -> new ClientMessage.Ping(id, r.t());
    };
  }
}
