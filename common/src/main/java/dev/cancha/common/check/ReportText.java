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
    line("%s, rules %s: %,d matches of seed %d, %,d acts%s", report.game(), report.rules(), played.matches(),
        played.seed(), played.acts(),
        played.ticks() > 0 ? String.format(Locale.ROOT, ", %,d ticks", played.ticks()) : "");
    line("");
    report.inOrder()
        .forEach((check, times) -> line("  %-6s %-10s %,12d times  %s",
            report.failure(check) == null ? "ok" : "FAILED", check, times, check.promise()));
    if (!report.figures().isEmpty()) {
      line("");
      line("  %-24s %10s %10s %10s", "", "median", "99 of 100", "most");
      report.figures()
          .forEach(
              (name, each) -> line("  %-24s %,10d %,10d %,10d", name, each.median(), each.p99(), each.max()));
    }
    report.warnings().forEach(each -> finding("warning", each));
    report.failures().forEach(each -> finding("FAILED", each));
    line("");
    line("%s", report.passed() ? report.game() + " passes."
        : report.game() + " does not pass: "
            + report.failures().size() + (report.failures().size() == 1 ? " check" : " checks") + " failed.");
  }

  private void finding(String kind, Finding finding) {
    line("");
    line("%s %s: %s.", kind, finding.check(), finding.what());
    line("  %s", finding.right());
    if (finding.example() != null) {
      finding.example().lines().forEach(each -> line("  %s", each));
    }
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
