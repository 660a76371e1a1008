package dev.cancha.common.discovery;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/**
 * Takes answers: those to the search's own queries, and announcements. What claims to answer another query is forged or
 * late, and is left.
 *
 * <p>Owner: the search's event loop; it serves all sockets of the search.
 */
@Sharable
final class AnswerHandler extends SimpleChannelInboundHandler<DatagramPacket> {
  private static final System.Logger LOG = System.getLogger(AnswerHandler.class.getName());

  private final long nonce;
  private final Consumer<Sighting> seen;

  AnswerHandler(long nonce, Consumer<Sighting> seen) {
    this.nonce = nonce;
    this.seen = seen;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket packet) {
    if (DatagramCodec.read(ByteBufUtil.getBytes(packet.content())) instanceof Datagram.Answer answer
        && (answer.nonce() == nonce || answer.nonce() == Datagram.UNASKED)) {
      seen.accept(new Sighting(packet.sender().getAddress(), answer.beacon()));
    }
  }

  /** The system tells a UDP socket of datagrams of before that did not arrive; the socket is as good as it was. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOG.log(Level.DEBUG, "a search's socket: {0}", cause.toString());
  }
}
