package dev.cancha.common.check;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * On what matches are looked at.
 *
 * @param nanos the clock by which steps are timed
 */
record Ground<S, A>(Rules<S, A> rules, Tally tally, List<Probe<S, A>> probes, LongSupplier nanos) {
  /** The same, for one check alone. */
  Ground<S, A> only(Check check) {
    return new Ground<>(rules, Tally.of(check), probes, nanos);
  }
}
