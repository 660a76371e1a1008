package dev.cancha.client;

import dev.cancha.common.message.Protocol;
import dev.cancha.common.wire.FrameDecoder;
import dev.cancha.common.wire.MessageCodec;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;

/** Makes connections, and their pipeline. Owner: the client's event loop. */
final class Dialer {
  /** An answer to the upgrade has headers and at most a sentence. */
  private static final int MAX_UPGRADE_BYTES = 65_536;

  private final Network network;
  private final EventLoop loop;

  Dialer(Network network, EventLoop loop) {
    this.network = network;
    this.loop = loop;
  }

  /** Tries to connect; {@code events} hear what becomes of it, but not before this method is back. */
  Link dial(Endpoint endpoint, LinkEvents events) {
    Link link = new Link(endpoint.framing(), loop, MessageCodec.shared(), events);
    Bootstrap bootstrap = new Bootstrap().group(loop)
        .channelFactory(network.channels())
        .handler(new ChannelInitializer<>() {
          @Override
          protected void initChannel(Channel channel) {
            pipeline(channel.pipeline(), endpoint, link);
          }
        });
    // Later, so that the caller knows the link before its first event.
    loop.execute(() -> link.dialing(bootstrap.connect(network.addresses().apply(endpoint))));
    return link;
  }

  /** Top-down as the protocol's stack: bytes, framing, messages. */
  private void pipeline(ChannelPipeline pipeline, Endpoint endpoint, Link link) {
    pipeline.addLast(new IdleStateHandler(Link.SILENCE_MILLIS, 0, 0, TimeUnit.MILLISECONDS));
    switch (endpoint.framing()) {
      case FRAMES -> pipeline.addLast(new FrameDecoder(Protocol.MAX_SERVER_BYTES));
      case WEBSOCKET -> pipeline.addLast(new HttpClientCodec())
          .addLast(new HttpObjectAggregator(MAX_UPGRADE_BYTES))
          .addLast(webSocket(endpoint))
          .addLast(new WebSocketFrameAggregator(Protocol.MAX_SERVER_BYTES));
    }
    pipeline.addLast(link);
  }

  /** UTF-8 is the codec's business, and a server's ping of the WebSocket itself is answered here. */
  private WebSocketClientProtocolHandler webSocket(Endpoint endpoint) {
    return new WebSocketClientProtocolHandler(new SeededHandshaker(endpoint.webSocketUri(), network.chance()),
        WebSocketClientProtocolConfig.newBuilder()
            .withUTF8Validator(false)
            .handshakeTimeoutMillis(Link.OPEN_WITHIN_MILLIS)
            .build());
  }
}
