package dev.cancha.testkit.sim;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down what a channel tells its pipeline, in order; reads without an end between them are one line. Filled by
 * the channel's loop, read by any thread.
 */
final class Recorder extends ChannelInboundHandlerAdapter {
  private final List<String> events = new ArrayList<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int reads;

  synchronized void note(String event) {
    events.add(event);
  }

  /** All but what was read. */
  synchronized List<String> events() {
    return List.copyOf(events);
  }

  synchronized boolean has(String event) {
    return events.contains(event);
  }

  synchronized byte[] bytes() {
    return bytes.toByteArray();
  }

  synchronized int received() {
    return bytes.size();
  }

  synchronized String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** How many buffers came. */
  synchronized int reads() {
    return reads;
  }

  @Override
  public void channelRegistered(ChannelHandlerContext ctx) {
    note("registered");
    ctx.fireChannelRegistered();
  }

  @Override
  public void channelUnregistered(ChannelHandlerContext ctx) {
    note("unregistered");
    ctx.fireChannelUnregistered();
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    note("active");
    ctx.fireChannelActive();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    note("inactive");
    ctx.fireChannelInactive();
  }

  @Override
  public synchronized void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf chunk = (ByteBuf) message;
    byte[] array = new byte[chunk.readableBytes()];
    chunk.readBytes(array);
    chunk.release();
    bytes.write(array, 0, array.length);
    reads++;
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    note(ctx.channel().isWritable() ? "writable" : "unwritable");
    ctx.fireChannelWritabilityChanged();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    note(event.getClass().getSimpleName());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    // Each transport has subclasses of its own for what the kernel says.
    note(cause instanceof IOException ? "IOException" : cause.getClass().getSimpleName());
  }
}
