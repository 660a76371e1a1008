package dev.cancha.app.load;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The middle of what several intervals gave, and how far they lay apart. */
record Figure(double median, double least, double most) {
  /** Of at least one value. */
  static Figure of(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    int middle = sorted.length / 2;
    double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Figure(median, sorted[0], sorted[sorted.length - 1]);
  }

  /** What each of {@code ours} is to the one of {@code theirs} that was measured next to it. */
  static Figure ratio(List<Double> ours, List<Double> theirs) {
    if (ours.size() != theirs.size()) {
      throw new IllegalArgumentException("every interval needs one beside it");
    }
    return of(IntStream.range(0, ours.size()).mapToDouble(i -> ours.get(i) / theirs.get(i)));
  }

  /** The median with {@code decimals} decimals. */
  String told(int decimals) {
    return number(median, decimals);
  }

  /** The median with its spread. */
  String toldWithSpread(int decimals) {
    return number(median, decimals) + " (" + number(least, decimals) + " to " + number(most, decimals) + ")";
  }

  private static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
