package dev.cancha.app.find;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The servers of one search, in the order in which they were found. Owner: the search's event loop. */
final class Findings {
  /** More than any network has; who sends forged beacons fills no more than this. */
  static final int MAX_SERVERS = 256;

  private final List<Finding> findings = new ArrayList<>();

  /** Takes in what was heard at {@code host}; gives the server that it is about, or null where there are too many. */
  @Nullable
  Finding heard(String host, Notice notice) {
    Finding finding = known(host, notice);
    if (finding == null) {
      if (findings.size() >= MAX_SERVERS) {
        return null;
      }
      finding = new Finding(notice.id() == null ? host + ":" + notice.port() : notice.id(), notice);
      findings.add(finding);
    }
    finding.add(host, notice);
    return finding;
  }

  private @Nullable Finding known(String host, Notice notice) {
    return findings.stream().filter(finding -> finding.is(host, notice)).findFirst().orElse(null);
  }
}
