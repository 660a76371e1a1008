package dev.cancha.app.find;

import dev.cancha.client.Endpoint;
import dev.cancha.client.GameClient;
import dev.cancha.client.Listener;
import dev.cancha.client.Login;
import dev.cancha.client.Network;
import dev.cancha.common.discovery.PlainName;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.message.ServerMessage.GameEntry;
import dev.cancha.common.message.ServerMessage.Welcome;
import dev.cancha.common.wire.Framing;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Asks a server itself, as any player does: says hello, and asks for the list of rooms. So what is said of it is
 * true, and a port that does not let players in is known before anyone tries.
 *
 * @param network whose first loop is the search's
 */
record Caller(Network network) {
  private static final Login WHO = new Login("cancha find", null, "cancha find");
  private static final Listener NOBODY = new Listener() {};

  /** Fails where nothing answers at {@code host} within {@code most}. Completes on the search's loop. */
  CompletionStage<Notice> call(String host, int port, Duration most) {
    CompletableFuture<Notice> answer = new CompletableFuture<>();
    GameClient client = new GameClient(network, new Endpoint(Framing.FRAMES, host, port, ""), WHO, NOBODY);
    Future<?> deadline = network.loops()
        .next()
        .schedule(
            () -> answer.completeExceptionally(new IllegalStateException("no answer within " + most)),
            most.toMillis(),
            TimeUnit.MILLISECONDS);
    client.connect()
        .thenCompose(welcome -> client.list(null).thenApply(rooms -> notice(welcome, rooms, port)))
        .whenComplete((notice, failure) -> {
          if (failure == null) {
            answer.complete(notice);
          } else {
            answer.completeExceptionally(failure);
          }
        });
    return answer.whenComplete((notice, failure) -> {
      deadline.cancel(false);
      client.close();
    });
  }

  private static Notice notice(Welcome welcome, ServerMessage.Rooms rooms, int port) {
    return new Notice(null, PlainName.of(welcome.server().name()), port,
        PlainName.of(welcome.server().version()),
        welcome.games().stream().map(GameEntry::id).map(PlainName::of).toList(), Notice.rooms(rooms.rooms()));
  }
}
