package dev.cancha.app.terminal;

import dev.cancha.app.join.ClientLink;
import dev.cancha.app.join.Link;
import dev.cancha.app.join.Sentence;
import dev.cancha.client.ClientFailure;
import dev.cancha.client.ConnectionLost;
import dev.cancha.client.Endpoint;
import dev.cancha.client.GameClient;
import dev.cancha.client.GameClients;
import dev.cancha.client.Listener;
import dev.cancha.client.Login;
import dev.cancha.client.RoomView;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.ServerMessage;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Connects over real sockets, by the client library. */
public final class ClientDialer implements Dialer {
  @Override
  public Link dial(String address, String name, Consumer<Heard> post) {
    Endpoint endpoint = Endpoint.parse(address);
    // says at once, and not after a connection, what is wrong with the name
    var hello = new ClientMessage.Hello(null, name, null, null, null, null, null, null);
    GameClients clients = GameClients.standalone();
    var news = new News(post);
    GameClient client = clients.client(endpoint, new Login(String.valueOf(hello.name()), null, "cancha join"),
        news);
    news.client = client;
    client.connect()
        .thenAccept(welcome -> post
            .accept(new Heard.Welcomed(welcome.player().id(), welcome.player().name(), welcome.games())));
    return new ClientLink(client, clients);
  }

  /** What the client library tells. Called on the client's event loop; {@code client} is set before it connects. */
  private static final class News implements Listener {
    private final Consumer<Heard> post;
    private volatile @Nullable GameClient client;

    News(Consumer<Heard> post) {
      this.post = post;
    }

    @Override
    public void onRoom(RoomView room) {
      changed(room, room.chat());
      onSpectators(room);
    }

    @Override
    public void onPatch(RoomView room, List<JsonNode> events) {
      changed(room, List.of());
    }

    private void changed(RoomView room, List<ServerMessage.Chat> chat) {
      GameClient known = client;
      post.accept(new Heard.Changed(room.doc(), known == null ? 0 : known.matchMillis().orElse(0), chat));
    }

    @Override
    public void onChat(ServerMessage.Chat chat) {
      post.accept(new Heard.Said(chat));
    }

    @Override
    public void onSpectators(RoomView room) {
      post.accept(new Heard.Watching(
          room.spectators().values().stream().map(ServerMessage.Spectator::name).toList()));
    }

    @Override
    public void onRooms(List<ServerMessage.RoomEntry> rooms) {
      post.accept(new Heard.Rooms(rooms));
    }

    @Override
    public void onLeft(LeftReason reason) {
      post.accept(new Heard.Left(reason));
    }

    @Override
    public void onError(ServerMessage.Failure error) {
      post.accept(new Heard.Told(error.message()));
    }

    @Override
    public void onConnectionLost(Duration retryIn) {
      post.accept(new Heard.Lost());
    }

    @Override
    public void onReconnected(ServerMessage.Welcome welcome) {
      post.accept(new Heard.Back(welcome.player().id()));
    }

    @Override
    public void onClosed(@Nullable ClientFailure cause) {
      if (cause instanceof ConnectionLost) {
        post.accept(new Heard.Closed(Sentence.of(cause) + " The host's screen says where it is."));
      } else if (cause != null) {
        post.accept(new Heard.Closed(Sentence.of(cause)));
      }
    }
  }
}
