package dev.cancha.app.rating;

/** Two ends between which something lies with 95 % confidence. */
public record Interval(double low, double high) {
  /** The 97.5th percentile of the normal distribution. */
  static final double Z = 1.959963984540054;

  /**
   * The interval of a share, from 0 to 1, of which {@code points} of {@code games} were seen: the score interval of
   * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927). Of draws,
   * which count a half, it knows nothing, so with them it is wider than it must be. Without games it is all there is.
   */
  public static Interval wilson(double points, int games) {
    if (games == 0) {
      return new Interval(0, 1);
    }
    double share = points / games;
    double square = Z * Z / games;
    double middle = share + square / 2;
    double half = Math.sqrt(square * (share * (1 - share) + square / 4));
    return new Interval(Math.max(0, (middle - half) / (1 + square)),
        Math.min(1, (middle + half) / (1 + square)));
  }
}
