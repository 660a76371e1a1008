package dev.cancha.app.league;

import java.util.ArrayList;
import java.util.List;

/**
 * Where values stand on an axis.
 *
 * @param least the value at {@code from}
 * @param most  the value at {@code to}; more than {@code least}
 * @param from  in pixels
 * @param to    in pixels; less than {@code from} where the axis goes up
 */
record Scale(double least, double most, double from, double to) {
  private static final int MARKS = 8;

  /** One that has room for both values and ends on round ones. */
  static Scale around(double least, double most, double from, double to) {
    double step = step(Math.max(most - least, 1e-9));
    return new Scale(step * Math.floor(least / step),
        step * Math.max(Math.ceil(most / step), Math.floor(least / step) + 1),
        from, to);
  }

  double at(double value) {
    return from + (Math.clamp(value, least, most) - least) / (most - least) * (to - from);
  }

  /** Round values on the axis, some four to nine of them. */
  List<Double> marks() {
    double step = step(most - least);
    List<Double> marks = new ArrayList<>();
    for (long i = (long) Math.ceil(least / step - 1e-9); i * step <= most + step * 1e-9; i++) {
      marks.add(i * step);
    }
    return marks;
  }

  /** 1, 2 or 5 times a power of ten. */
  private static double step(double range) {
    double power = Math.pow(10, Math.floor(Math.log10(range / MARKS)));
    double times = range / MARKS / power;
    return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
  }
}
