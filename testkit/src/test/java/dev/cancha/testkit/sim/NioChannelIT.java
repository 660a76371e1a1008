package dev.cancha.testkit.sim;

import org.junit.jupiter.api.AfterEach;

/** What a channel does, as the kernel and Netty's NIO transport do it. */
class NioChannelIT implements ConnectingConformance, ClosingConformance, StreamingConformance {
  private final Stand stand = new NioStand();

  @Override
  public Stand stand() {
    return stand;
  }

  @AfterEach
  void close() {
    stand.close();
  }
}
