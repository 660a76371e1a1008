package dev.cancha.app.join;

import dev.cancha.client.Endpoint;
import dev.cancha.client.GameClient;
import dev.cancha.client.GameClients;
import dev.cancha.client.Login;
import dev.cancha.common.message.ClientMessage;
import java.util.function.Consumer;

/** Connects over real sockets, by the client library. */
public final class ClientConnector implements Connector {
  @Override
  public Link connect(String server, String name, Consumer<Event> post) {
    Endpoint endpoint = Endpoint.parse(server);
    // says at once, and not after a connection, what is wrong with the name
    var hello = new ClientMessage.Hello(null, name, null, null, null, null, null, null);
    GameClients clients = GameClients.standalone();
    GameClient client = clients.client(endpoint, new Login(String.valueOf(hello.name()), null, "cancha join"),
        new ClientEvents(post));
    client.connect()
        .thenAccept(welcome -> post.accept(new Event.Welcomed(welcome.player().id(), welcome.games())));
    return new ClientLink(client, clients);
  }
}
