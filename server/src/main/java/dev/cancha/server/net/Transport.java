package dev.cancha.server.net;

import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;

/**
 * What the bytes travel on; made by the composition root, which also stops it.
 *
 * @param acceptors the loop that accepts connections
 * @param loops the loops that own connections
 * @param channels makes the listening channel: epoll, NIO, or in memory
 */
public record Transport(EventLoopGroup acceptors, EventLoopGroup loops,
    ChannelFactory<? extends ServerChannel> channels) {}
