package dev.cancha.common.discovery;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.concurrent.Ticker;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Answers queries, with as many bytes at most, within the budget, and only to addresses of this machine's own
 * networks: so that a server that the internet reaches answers nobody there, whoever pretends to ask.
 *
 * <p>Owner: the beacon's event loop; it goes from one socket to the next, which that loop has too. The counts may be
 * read by any thread.
 */
@Sharable
final class QueryHandler extends SimpleChannelInboundHandler<DatagramPacket> {
  private static final System.Logger LOG = System.getLogger(QueryHandler.class.getName());

  private final Supplier<Beacon> beacon;
  private final Predicate<InetAddress> near;
  private final Ticker ticker;
  private final AnswerBudget budget;
  private volatile DatagramCounts counts = DatagramCounts.NONE;

  /** {@code near} tells whether an address is in a network of this machine. */
  QueryHandler(Supplier<Beacon> beacon, Predicate<InetAddress> near, Ticker ticker) {
    this.beacon = beacon;
    this.near = near;
    this.ticker = ticker;
    budget = new AnswerBudget(ticker.nanoTime());
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket packet) {
    DatagramCounts now = counts;
    InetAddress from = packet.sender().getAddress();
    switch (DatagramCodec.read(ByteBufUtil.getBytes(packet.content()))) {
      case null ->
        counts = new DatagramCounts(now.answered(), now.foreign(), now.limited(), now.garbage() + 1);
      case Datagram.Answer _ -> {
        // another server's, which concerns searches alone
      }
      case Datagram.Query _ when !near.test(from) ->
        counts = new DatagramCounts(now.answered(), now.foreign() + 1, now.limited(), now.garbage());
      case Datagram.Query _ when !budget.take(from, ticker.nanoTime()) ->
        counts = new DatagramCounts(now.answered(), now.foreign(), now.limited() + 1, now.garbage());
      case Datagram.Query query -> {
        counts = new DatagramCounts(now.answered() + 1, now.foreign(), now.limited(), now.garbage());
        byte[] answer = DatagramCodec.write(new Datagram.Answer(query.nonce(), beacon.get()));
        ctx.writeAndFlush(new DatagramPacket(Unpooled.wrappedBuffer(answer), packet.sender()));
      }
    }
  }

  DatagramCounts counts() {
    return counts;
  }

  /** The system tells a UDP socket of datagrams of before that did not arrive; the socket is as good as it was. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOG.log(Level.DEBUG, "the beacon's socket: {0}", cause.toString());
  }
}
