package dev.cancha.testkit.sim;

import org.junit.jupiter.api.AfterEach;

/** What a channel does, as the kernel and Netty's NIO transport do it. */
class EpollChannelIT implements ConnectingConformance, ClosingConformance, StreamingConformance {
  private final Stand stand = new EpollStand();

  @Override
  public Stand stand() {
    return stand;
  }

  @AfterEach
  void close() {
    stand.close();
  }
}
