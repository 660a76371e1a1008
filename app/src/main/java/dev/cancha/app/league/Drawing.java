package dev.cancha.app.league;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/**
 * An SVG drawing. Colours and fonts are the style sheet's, by class, so a drawing follows the theme of its reader.
 * Owner: whoever draws.
 */
final class Drawing {
  static final double WIDTH = 720;
  private static final double LABEL_GAP = 6;
  private static final double LABEL_DROP = 16;
  private static final double HALF_LETTER = 4;
  private static final double DOT = 4.5;

  private final Markup svg = new Markup();

  /** A place in pixels, from the upper left corner. */
  record Spot(double x, double y) {}

  /** {@code title} is what a reader is told who does not see it. */
  Drawing(String title, double height) {
    svg.open("svg", "viewBox", "0 0 " + Math.round(WIDTH) + " " + Math.round(height), "role", "img",
        "aria-label",
        title);
  }

  /**
   * Lines from {@code top} to {@code bottom} at the marks of a scale that goes to the right, and their values below.
   */
  Drawing across(Scale scale, DoubleFunction<String> label, double top, double bottom) {
    for (double mark : scale.marks()) {
      line("grid", new Spot(scale.at(mark), top), new Spot(scale.at(mark), bottom));
      text("middle", label.apply(mark), new Spot(scale.at(mark), bottom + LABEL_DROP));
    }
    return this;
  }

  /** Lines from {@code left} to {@code right} at the marks of a scale that goes up, and their values before them. */
  Drawing upwards(Scale scale, DoubleFunction<String> label, double left, double right) {
    for (double mark : scale.marks()) {
      line("grid", new Spot(left, scale.at(mark)), new Spot(right, scale.at(mark)));
      text("end", label.apply(mark), new Spot(left - LABEL_GAP, scale.at(mark) + HALF_LETTER));
    }
    return this;
  }

  Drawing line(String kind, Spot from, Spot to) {
    svg.empty("line", "class", kind, "x1", from.x(), "y1", from.y(), "x2", to.x(), "y2", to.y());
    return this;
  }

  Drawing box(String kind, Spot corner, Spot opposite) {
    svg.empty("rect", "class", kind, "x", corner.x(), "y", corner.y(), "width", opposite.x() - corner.x(),
        "height",
        opposite.y() - corner.y());
    return this;
  }

  Drawing dot(String kind, Spot spot) {
    svg.empty("circle", "class", kind, "cx", spot.x(), "cy", spot.y(), "r", DOT);
    return this;
  }

  Drawing path(String kind, List<Spot> spots) {
    svg.empty("polyline", "class", kind, "points",
        spots.stream()
            .map(spot -> Math.round(spot.x() * 10) / 10.0 + "," + Math.round(spot.y() * 10) / 10.0)
            .collect(Collectors.joining(" ")));
    return this;
  }

  /** {@code anchor}: which end of the text stands at the spot: {@code start}, {@code middle} or {@code end}. */
  Drawing text(String anchor, String text, Spot spot) {
    svg.element("text", text, "class", anchor, "x", spot.x(), "y", spot.y());
    return this;
  }

  /** A mark with its interval on a row of its own: the end of the line that says how sure it is. */
  Drawing interval(Scale scale, double y, double low, double high) {
    line("whisker", new Spot(scale.at(low), y), new Spot(scale.at(high), y));
    for (double end : new double[] {low, high}) {
      line("whisker", new Spot(scale.at(end), y - HALF_LETTER), new Spot(scale.at(end), y + HALF_LETTER));
    }
    return this;
  }

  Markup done() {
    return svg.close("svg");
  }
}
