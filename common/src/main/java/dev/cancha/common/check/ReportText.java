package dev.cancha.common.check;

import dev.cancha.common.check.Report.Finding;
import java.util.Locale;

/** A report for people. */
final class ReportText {
  private final StringBuilder text = new StringBuilder();

  private ReportText() {}

  static String of(Report report) {
    ReportText text = new ReportText();
    text.write(report);
    return text.text.toString();
  }

  private void write(Report report) {
    Report.Played played = report.played();
    line(String.format(Locale.ROOT, "%s, rules %s: %,d matches of seed %d, %,d acts", report.game(),
        report.rules(),
        played.matches(), played.seed(), played.acts())
        + (played.ticks() > 0 ? String.format(Locale.ROOT, ", %,d ticks", played.ticks()) : ""));
    line("");
    report.inOrder()
        .forEach((check, times) -> line(String.format(Locale.ROOT, "  %-6s %-10s %,12d times  %s",
            report.failure(check) == null ? "ok" : "FAILED", check, times, check.promise())));
    if (!report.figures().isEmpty()) {
      line("");
      line(String.format(Locale.ROOT, "  %-24s %10s %10s %10s", "", "median", "99 of 100", "most"));
      report.figures()
          .forEach((name, each) -> line(String.format(Locale.ROOT, "  %-24s %,10d %,10d %,10d", name,
              each.median(), each.p99(), each.max())));
    }
    report.warnings().forEach(each -> finding("warning", each));
    report.failures().forEach(each -> finding("FAILED", each));
    line("");
    int failed = report.failures().size();
    line(report.passed() ? report.game() + " passes."
        : report.game() + " does not pass: " + failed + (failed == 1 ? " check" : " checks") + " failed.");
  }

  private void finding(String kind, Finding finding) {
    line("");
    // two texts that are compared stand on lines of their own, with no point behind them
    line(kind + " " + finding.check() + ": " + finding.what() + (finding.what().contains("\n") ? "" : "."));
    line("  " + finding.right());
    if (finding.example() != null) {
      finding.example().lines().forEach(each -> line("  " + each));
    }
  }

  private void line(String one) {
    text.append(one).append('\n');
  }
}
