package dev.cancha.server.net;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Protocol;
import dev.cancha.common.wire.FrameDecoder;
import dev.cancha.common.wire.Framing;
import dev.cancha.common.wire.MessageCodec;
import dev.cancha.server.session.Connection;
import dev.cancha.server.session.ConnectionEvents;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import java.util.List;
import java.util.function.Function;

/**
 * What every connection is made of, from the wire up. The methods read as the stack stands: first the bottom, then
 * the layer that the first byte asks for, in its place. Immutable but for its counts; shared by all loops.
 */
@Sharable
public final class ProtocolStack extends ChannelInitializer<Channel> {
  private static final int MAX_HTTP_BODY_BYTES = 16 * 1024;

  private final NetLimits limits;
  private final Function<Connection, ConnectionEvents> sessions;
  private final HttpRoutes routes;
  private final Admissions admissions;
  private final Proxies proxies;
  private final ClientMessageDecoder messages;

  /** @param sessions makes the session of a connection, once it is known what it speaks */
  public ProtocolStack(NetLimits limits, MessageCodec codec, List<HttpRoute> routes,
      Function<Connection, ConnectionEvents> sessions) {
    this.limits = limits;
    this.sessions = sessions;
    this.routes = new HttpRoutes(routes);
    this.admissions = new Admissions(limits);
    this.proxies = new Proxies(limits.trustedProxies(), limits.pathPrefix());
    this.messages = new ClientMessageDecoder(codec);
  }

  NetLimits limits() {
    return limits;
  }

  /** How many connections are open, those that are refused among them. */
  public int connections() {
    return admissions.open();
  }

  Proxies proxies() {
    return proxies;
  }

  Admissions admissions() {
    return admissions;
  }

  @Override
  protected void initChannel(Channel channel) {
    if (channel instanceof SocketChannel tcp) {
      tcp.config().setTcpNoDelay(true).setKeepAlive(true);
    }
    Peer peer = Peer.of(channel);
    boolean exempt = peer.local() || proxies.trusts(peer);
    Admissions.Verdict verdict = admissions.enter(peer.address(), exempt);
    channel.closeFuture().addListener(closed -> admissions.leave(peer.address(), exempt));
    switch (verdict) {
      case WELCOME -> listen(channel.pipeline(), peer);
      case TOO_MANY_OF_ADDRESS -> listen(channel.pipeline(), peer.refused(ErrorCode.RATE_LIMITED));
      case FULL -> listen(channel.pipeline(), peer.refused(ErrorCode.SERVER_FULL));
      case CLOSE -> channel.close();
    }
  }

  private void listen(ChannelPipeline pipeline, Peer peer) {
    pipeline.addLast("speaks", new FirstByteDetector(this)); // becomes frames or HTTP
    pipeline.addLast("hold", new FlowControlHandler()); // keeps what was read while the session does not read
    pipeline.addLast("messages", messages);
    pipeline.addLast("connection", new ConnectionHandler(peer, limits, sessions));
  }

  void frames(ChannelPipeline pipeline) {
    pipeline.addAfter("speaks", "frames", new FrameDecoder(Protocol.MAX_HELLO_BYTES));
    pipeline.remove("speaks");
    pipeline.get(ConnectionHandler.class).speaks(Framing.FRAMES);
  }

  void http(ChannelPipeline pipeline) {
    HttpDecoderConfig config = new HttpDecoderConfig().setMaxInitialLineLength(limits.maxHttpHeaderBytes())
        .setMaxHeaderSize(limits.maxHttpHeaderBytes());
    ConnectionHandler connection = pipeline.get(ConnectionHandler.class);
    pipeline.addAfter("speaks", "http", new HttpServerCodec(config));
    pipeline.addAfter("http", "bodies", new HttpObjectAggregator(MAX_HTTP_BODY_BYTES));
    pipeline.addAfter("bodies", "routes", new HttpRouter(routes, this, connection));
    pipeline.remove("speaks");
  }

  /** The handshake has put Netty's own encoder, which passes our bytes untouched, and this decoder under it. */
  void webSocket(ChannelPipeline pipeline) {
    pipeline.replace("routes", "texts", new WebSocketTextHandler());
    pipeline.get(ConnectionHandler.class).speaks(Framing.WEBSOCKET);
  }
}
