package dev.cancha.testkit.sim;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What a channel does, as the kernel and Netty's epoll transport do it, on which servers run where they can. */
@EnabledOnOs(OS.LINUX)
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
