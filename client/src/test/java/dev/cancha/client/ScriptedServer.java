package dev.cancha.client;

import dev.cancha.common.wire.Framing;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalServerChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;

/** A server that says what a test tells it to, in bytes. */
final class ScriptedServer implements AutoCloseable {
  final List<ScriptedConnection> connections = new ArrayList<>();
  /** Where clients wanted to go, in order. */
  final List<String> dialled = new ArrayList<>();
  /** False: the WebSocket's upgrade is never answered, and nothing sent is read. */
  boolean answering = true;
  private final LocalAddress address = new LocalAddress("server-" + System.identityHashCode(this));
  private final LocalAddress nowhere = new LocalAddress("nowhere-" + System.identityHashCode(this));
  private final Channel listening;
  private boolean reachable = true;

  ScriptedServer(EventLoop loop, Framing framing) {
    listening = new ServerBootstrap().group(loop)
        .channel(LocalServerChannel.class)
        .childHandler(new ChannelInitializer<>() {
          @Override
          protected void initChannel(Channel channel) {
            accept(channel, framing);
          }
        })
        .bind(address)
        .channel();
  }

  SocketAddress address(Endpoint endpoint) {
    dialled.add(endpoint.host() + ":" + endpoint.port());
    return reachable ? address : nowhere;
  }

  void reachable(boolean on) {
    reachable = on;
  }

  /** The latest connection. */
  ScriptedConnection current() {
    return connections.getLast();
  }

  private void accept(Channel channel, Framing framing) {
    ScriptedConnection connection = new ScriptedConnection(channel, framing);
    connections.add(connection);
    if (framing == Framing.WEBSOCKET && answering) {
      channel.pipeline()
          .addLast(new HttpServerCodec())
          .addLast(new HttpObjectAggregator(8192))
          .addLast(new WebSocketServerProtocolHandler("/ws"));
    }
    channel.pipeline().addLast(connection);
  }

  @Override
  public void close() {
    connections.forEach(ScriptedConnection::close);
    listening.close();
  }
}
