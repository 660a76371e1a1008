package dev.cancha.app;

import dev.cancha.common.discovery.DatagramCounts;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** What becomes of the datagrams that reach a server's beacon: from anyone, so an operator should see how many. */
final class BeaconMeters {
  private BeaconMeters() {}

  static void watch(Supplier<DatagramCounts> counts, MeterRegistry registry) {
    register("answered", DatagramCounts::answered, counts, registry);
    register("foreign", DatagramCounts::foreign, counts, registry);
    register("limited", DatagramCounts::limited, counts, registry);
    register("garbage", DatagramCounts::garbage, counts, registry);
  }

  private static void register(String outcome, ToLongFunction<DatagramCounts> count,
      Supplier<DatagramCounts> counts, MeterRegistry registry) {
    // a counter holds what it counts weakly, and nothing else holds the supplier
    FunctionCounter.builder("cancha.beacon.datagrams", registry, alive -> count.applyAsLong(counts.get()))
        .tags("outcome", outcome)
        .description("Datagrams that reached the beacon, by what became of them")
        .register(registry);
  }
}
