package dev.cancha.testkit.sim;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** The simulated channel does what the one over the kernel does ({@link NioChannelIT}), in any network. */
class SimChannelSimTest {
  @Nested
  class OnALan extends Simulated {
    OnALan() {
      super(LinkConditions.LAN);
    }
  }

  @Nested
  class ByteByByte extends Simulated {
    ByteByByte() {
      super(LinkConditions.LAN.withSegments(1).withWindow(64 * 1024));
    }
  }

  @Nested
  class InShreds extends Simulated {
    InShreds() {
      super(LinkConditions.LAN.withSegments(700)
          .withCoalescing(0.5)
          .withWindow(40_000)
          .withDelay(Duration.ofMillis(1), Duration.ofMillis(9)));
    }
  }

  @Nested
  class InNoTime extends Simulated {
    InNoTime() {
      super(LinkConditions.LAN.withDelay(Duration.ZERO, Duration.ZERO));
    }
  }

  abstract static class Simulated implements ConnectingConformance, ClosingConformance, StreamingConformance {
    private final Stand stand;

    Simulated(LinkConditions conditions) {
      stand = new SimStand(conditions);
    }

    @Override
    public Stand stand() {
      return stand;
    }

    @AfterEach
    void close() {
      stand.close();
    }
  }
}
