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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** How many requests may wait behind one that is being answered. */
  private static final int MOST_ASKED = 64;

  private final HttpRoutes routes;
  private final ProtocolStack stack;
  private final ConnectionHandler connection;
  private final Origins origins;
  private final Proxies proxies;
  private final Deque<Asked> asked = new ArrayDeque<>();
  /** A request is with its route. */
  private boolean away;
  private boolean closing;

  HttpRouter(HttpRoutes routes, ProtocolStack stack, ConnectionHandler connection) {
    this.routes = routes;
    this.stack = stack;
    this.connection = connection;
    this.origins = new Origins(stack.limits().origins());
    this.proxies = stack.proxies();
  }

  /** A request whose turn has not come; {@code reply} where no route is to be asked. */
  private record Asked(HttpCall call, @Nullable HttpReply reply, boolean keepAlive) {}

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    Peer client = proxies.asksFor(connection.peer(), forwardedFor(request));
    HttpCall call = new HttpCall(request.method().name(), proxies.within(request.uri()),
        caller(request, client));
    boolean upgrade = call.path().equals(WEB_SOCKET_PATH);
    String home = proxies.home(request.uri());
    if (away && (upgrade || asked.size() == MOST_ASKED)) {
      ctx.close(); // a WebSocket cannot begin behind an answer, and one who asks so much reads nothing
    } else if (request.decoderResult().isFailure()) {
      ask(ctx, new Asked(call, unreadable(request.decoderResult().cause()), false));
    } else if (client == null) {
      ask(ctx, new Asked(call, HttpReply.text(HttpResponseStatus.BAD_REQUEST,
          "X-Forwarded-For must have the IP address of each client, separated by commas."), false));
    } else if (upgrade) {
      upgrade(ctx, request, client);
    } else if (home != null) {
      ask(ctx,
          new Asked(call, HttpReply.of(HttpResponseStatus.PERMANENT_REDIRECT).with("location", home), false));
    } else if (connection.refusal() != null) {
      ask(ctx, new Asked(call, HttpReply.of(connection.refusal() == ErrorCode.SERVER_FULL
          ? HttpResponseStatus.SERVICE_UNAVAILABLE
          : HttpResponseStatus.TOO_MANY_REQUESTS), false));
    } else {
      ask(ctx, new Asked(call, null, HttpUtil.isKeepAlive(request)));
    }
  }

  private static @Nullable String forwardedFor(FullHttpRequest request) {
    List<String> all = request.headers().getAll("x-forwarded-for");
    return all.isEmpty() ? null : String.join(",", all);
  }

  private static HttpCall.Caller caller(FullHttpRequest request, @Nullable Peer client) {
    return new HttpCall.Caller(client != null && client.local(),
        request.headers().get(HttpHeaderNames.AUTHORIZATION),
        request.headers().get(HttpHeaderNames.IF_NONE_MATCH), gzip(request));
  }

  /** Browsers name it plainly; whoever gives it a quality of its own gets what is not compressed. */
  private static boolean gzip(FullHttpRequest request) {
    return request.headers().containsValue(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.GZIP, true);
  }

  private void ask(ChannelHandlerContext ctx, Asked next) {
    asked.add(next);
    serve(ctx);
  }

  /** One after the other: while an answer is away nothing more is read. */
  private void serve(ChannelHandlerContext ctx) {
    while (!away && !asked.isEmpty()) {
      Asked next = asked.remove();
      if (next.reply() != null) {
        answerAndClose(ctx, next.reply());
      } else {
        away = true;
        connection.awaitAnswer();
        routes.answer(next.call(), reply -> {
          if (ctx.executor().inEventLoop()) {
            answered(ctx, next, reply);
          } else {
            ctx.executor().execute(() -> answered(ctx, next, reply));
          }
        });
      }
    }
    read(ctx);
  }

  private void answered(ChannelHandlerContext ctx, Asked next, HttpReply reply) {
    away = false;
    if (ctx.channel().isActive() && !closing) {
      answer(ctx, next, reply);
      serve(ctx);
    }
  }

  private void read(ChannelHandlerContext ctx) {
    ctx.channel().config().setAutoRead(closing || (!away && ctx.channel().isWritable()));
  }

  private static HttpReply unreadable(Throwable cause) {
    return HttpReply
        .of(cause instanceof TooLongFrameException ? HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
            : HttpResponseStatus.BAD_REQUEST);
  }

  private void upgrade(ChannelHandlerContext ctx, FullHttpRequest request, Peer client) {
    if (!request.headers().contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
      answerAndClose(ctx, HttpReply.of(HttpResponseStatus.UPGRADE_REQUIRED).with("upgrade", "websocket"));
    } else if (!"13".equals(request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))) {
      answerAndClose(ctx,
          HttpReply.of(HttpResponseStatus.UPGRADE_REQUIRED).with("sec-websocket-version", "13"));
    } else if (!origins.permit(request.headers().get(HttpHeaderNames.ORIGIN),
        request.headers().get(HttpHeaderNames.HOST))) {
      answerAndClose(ctx, HttpReply.of(HttpResponseStatus.FORBIDDEN));
    } else if (client.equals(connection.peer()) || admitted(ctx, client)) {
      handshake(ctx, request);
    } else {
      ctx.close();
    }
  }

  /** A WebSocket is one client's alone, so it counts as one of the client's. */
  private boolean admitted(ChannelHandlerContext ctx, Peer client) {
    if (client.local()) {
      connection.isFor(client);
      return true;
    }
    Admissions admissions = stack.admissions();
    Admissions.Verdict verdict = admissions.enterThroughProxy(client.address());
    ctx.channel().closeFuture().addListener(closed -> admissions.forget(client.address()));
    connection.isFor(
        verdict == Admissions.Verdict.TOO_MANY_OF_ADDRESS ? client.refused(ErrorCode.RATE_LIMITED) : client);
    return verdict != Admissions.Verdict.CLOSE;
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

  private void answer(ChannelHandlerContext ctx, Asked to, HttpReply reply) {
    boolean head = to.call().method().equals(HttpMethod.HEAD.name());
    FullHttpResponse response = response(reply, head);
    HttpUtil.setKeepAlive(response, to.keepAlive());
    if (to.keepAlive()) {
      connection.awaitRequest();
      ctx.writeAndFlush(response);
    } else {
      asked.clear();
      ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
  }

  private void answerAndClose(ChannelHandlerContext ctx, HttpReply reply) {
    closing = true;
    asked.clear();
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
    read(ctx);
    ctx.fireChannelWritabilityChanged();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == RequestTimedOut.INSTANCE) {
      answerAndClose(ctx,
          HttpReply.of(away ? HttpResponseStatus.SERVICE_UNAVAILABLE : HttpResponseStatus.REQUEST_TIMEOUT));
    } else {
      ctx.fireUserEventTriggered(event);
    }
  }
}
