package dev.cancha.app.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The league as JUnit's XML, which continuous integration understands: a test for each bot, that it played without a
 * fault; one that all was played; and one for the sequential test, that the first bot is the stronger one.
 */
final class JUnitXml {
  private JUnitXml() {}

  private record Test(String name, String failure) {}

  static String write(LeagueResult result, Run run) {
    List<Test> tests = new ArrayList<>();
    for (Row row : result.standings().rows()) {
      tests
          .add(new Test(row.name() + " plays " + row.games() + " matches without a fault", faults(row, run)));
    }
    int played = result.tally().matches().size();
    tests.add(new Test("all matches are played", result.complete() ? ""
        : played + " of " + result.plan().schedule().total() + " were played before the league was stopped"));
    var sprt = result.plan().sprt();
    if (sprt != null) {
      String first = result.plan().entrants().getFirst().name();
      tests.add(new Test(
          first + " is " + sprt.elo1() + " Elo stronger, by a sequential test against " + sprt.elo0(),
          verdict(result)));
    }
    String name = "cancha match " + result.plan().game().info().id();
    long failures = tests.stream().filter(test -> !test.failure.isEmpty()).count();
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append(String.format(Locale.ROOT,
        "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"0\" "
            + "time=\"%.3f\" timestamp=\"%s\">\n",
        escaped(name), tests.size(), failures, run.seconds(), escaped(run.started())));
    for (Test test : tests) {
      xml.append("  <testcase classname=\"")
          .append(escaped(name))
          .append("\" name=\"")
          .append(escaped(test.name));
      if (test.failure.isEmpty()) {
        xml.append("\" time=\"0\"/>\n");
      } else {
        xml.append("\" time=\"0\">\n    <failure message=\"")
            .append(escaped(test.failure))
            .append("\"/>\n  </testcase>\n");
      }
    }
    return xml.append("</testsuite>\n").toString();
  }

  private static String faults(Row row, Run run) {
    if (row.faults() == 0) {
      return "";
    }
    StringBuilder told = new StringBuilder(row.crashes() + " crashes, " + row.timeouts() + " time-outs, "
        + row.illegal() + " illegal acts");
    run.faults()
        .stream()
        .filter(fault -> fault.bot().equals(row.name()))
        .forEach(
            fault -> told.append("; in match ").append(fault.match()).append(" it ").append(fault.what()));
    return told.toString();
  }

  private static String verdict(LeagueResult result) {
    var standing = result.sprt();
    if (standing == null) {
      return "nothing was played";
    }
    return switch (standing.verdict()) {
      case H1 -> "";
      case H0 -> "it is not: H0 is accepted after " + standing.groups() + " groups of matches";
      case OPEN -> "not decided after " + standing.groups() + " groups of matches";
    };
  }

  /** As XML 1.0 takes it: what no document may hold is a question mark. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> {
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        case '"' -> escaped.append("&quot;");
        default -> escaped
            .appendCodePoint(
                c < ' ' || (c >= 0xD800 && c <= 0xDFFF) || (c >= 0xFFFE && c <= 0xFFFF) ? '?' : c);
      }
    });
    return escaped.toString();
  }
}
