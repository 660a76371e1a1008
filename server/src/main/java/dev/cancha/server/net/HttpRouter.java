package dev.cancha.server.net;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Protocol;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;

/**
 * Answers HTTP requests, one after the other, and turns {@code /ws} into a WebSocket. Owner: the channel's event
 * loop.
 */
final class HttpRouter extends SimpleChannelInboundHandler<FullHttpRequest> {
  /** A complete request did not come in time. */
  enum RequestTimedOut {
    INSTANCE
  }

  private static final String WEB_SOCKET_PATH = "/ws";

  private final HttpRoutes routes;
  private final ProtocolStack stack;
  private final ConnectionHandler connection;
  private final Origins origins;

  HttpRouter(HttpRoutes routes, ProtocolStack stack, ConnectionHandler connection) {
    this.routes = routes;
    this.stack = stack;
    this.connection = connection;
    this.origins = new Origins(stack.limits().origins());
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    HttpCall call = new HttpCall(request.method().name(), request.uri());
    if (request.decoderResult().isFailure()) {
      answerAndClose(ctx, unreadable(request.decoderResult().cause()));
    } else if (call.path().equals(WEB_SOCKET_PATH)) {
      upgrade(ctx, request);
    } else if (connection.refusal() != null) {
      answerAndClose(ctx, HttpReply.of(connection.refusal() == ErrorCode.SERVER_FULL
          ? HttpResponseStatus.SERVICE_UNAVAILABLE
          : HttpResponseStatus.TOO_MANY_REQUESTS));
    } else {
      answer(ctx, request, routes.reply(call));
    }
  }

  private static HttpReply unreadable(Throwable cause) {
    return HttpReply
        .of(cause instanceof TooLongFrameException ? HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
            : HttpResponseStatus.BAD_REQUEST);
  }

  private void upgrade(ChannelHandlerContext ctx, FullHttpRequest request) {
    if (!request.headers().contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
      answerAndClose(ctx, HttpReply.of(HttpResponseStatus.UPGRADE_REQUIRED).with("upgrade", "websocket"));
    } else if (!"13".equals(request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))) {
      answerAndClose(ctx,
          HttpReply.of(HttpResponseStatus.UPGRADE_REQUIRED).with("sec-websocket-version", "13"));
    } else if (!origins.permit(request.headers().get(HttpHeaderNames.ORIGIN),
        request.headers().get(HttpHeaderNames.HOST))) {
      answerAndClose(ctx, HttpReply.of(HttpResponseStatus.FORBIDDEN));
    } else {
      handshake(ctx, request);
    }
  }

  private void handshake(ChannelHandlerContext ctx, FullHttpRequest request) {
    try {
      new Handshaker().handshake(ctx.channel(), request).addListener((ChannelFutureListener) done -> {
        if (done.isSuccess() && ctx.channel().isActive()) {
          stack.webSocket(ctx.pipeline());
        } else {
          ctx.close();
        }
      });
    } catch (WebSocketServerHandshakeException e) {
      answerAndClose(ctx, HttpReply.of(HttpResponseStatus.BAD_REQUEST));
    }
  }

  /** Netty's handshake, with our decoder of frames. */
  private static final class Handshaker extends WebSocketServerHandshaker13 {
    Handshaker() {
      super(WEB_SOCKET_PATH, null, WebSocketDecoder.CONFIG);
    }

    @Override
    protected WebSocketFrameDecoder newWebsocketDecoder() {
      return new WebSocketDecoder(Protocol.MAX_HELLO_BYTES);
    }
  }

  private void answer(ChannelHandlerContext ctx, FullHttpRequest request, HttpReply reply) {
    boolean head = request.method().equals(HttpMethod.HEAD);
    FullHttpResponse response = response(reply, head);
    boolean keepAlive = HttpUtil.isKeepAlive(request);
    HttpUtil.setKeepAlive(response, keepAlive);
    if (keepAlive) {
      connection.awaitRequest();
      ctx.writeAndFlush(response);
    } else {
      ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
  }

  private void answerAndClose(ChannelHandlerContext ctx, HttpReply reply) {
    FullHttpResponse response = response(reply, false);
    HttpUtil.setKeepAlive(response, false);
    ctx.write(response);
    connection.close(0);
  }

  private static FullHttpResponse response(HttpReply reply, boolean head) {
    FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, reply.status(),
        head ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(reply.body()));
    reply.headers().forEach((name, value) -> response.headers().set(name, value));
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, reply.body().length);
    response.headers().set("x-content-type-options", "nosniff");
    return response;
  }

  /** Who sends requests and reads no answers is not read any further, until the deadline. */
  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    ctx.channel().config().setAutoRead(ctx.channel().isWritable());
    ctx.fireChannelWritabilityChanged();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == RequestTimedOut.INSTANCE) {
      answerAndClose(ctx, HttpReply.of(HttpResponseStatus.REQUEST_TIMEOUT));
    } else {
      ctx.fireUserEventTriggered(event);
    }
  }
}
