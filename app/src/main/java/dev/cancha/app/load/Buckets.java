package dev.cancha.app.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How long something took a server, by a histogram of its own metrics.
 *
 * @param upTo milliseconds to how often it took no longer; the last one is infinite
 */
record Buckets(SortedMap<Double, Long> upTo) {
  private static final long PATIENCE_SECONDS = 30;
  /** How late rooms took their ticks. */
  static final String TICK_LATENESS = "cancha_tick_lateness_seconds";
  /** From a commit's first statement to the end of its sync. */
  static final String COMMITS = "cancha_journal_commit_seconds";

  Buckets {
    upTo = Collections.unmodifiableSortedMap(new TreeMap<>(upTo));
  }

  /** What the server on {@code port} of this machine tells of {@code metric} so far. */
  static Buckets of(int port, String metric) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return read(client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
          .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
          .build(), BodyHandlers.ofString()).body(), metric);
    } catch (IOException e) {
      throw new LoadError("The server does not show its metrics: " + e + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoadError("The trial was interrupted.");
    }
  }

  /** What a page of Prometheus's text says of {@code metric}. */
  static Buckets read(String page, String metric) {
    SortedMap<Double, Long> upTo = new TreeMap<>();
    Pattern.compile("(?m)^" + metric + "_bucket\\{le=\"([^\"]+)\"\\} (\\S+)$")
        .matcher(page)
        .results()
        .forEach(found -> upTo.put(millis(found.group(1)), (long) Double.parseDouble(found.group(2))));
    if (upTo.isEmpty()) {
      throw new LoadError("The server's metrics do not tell of " + metric + ".");
    }
    return new Buckets(upTo);
  }

  private static double millis(String seconds) {
    return seconds.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(seconds) * 1e3;
  }

  Buckets since(Buckets before) {
    SortedMap<Double, Long> rest = new TreeMap<>();
    upTo.forEach((millis, count) -> rest.put(millis, count - before.upTo.getOrDefault(millis, 0L)));
    return new Buckets(rest);
  }

  long count() {
    return upTo.lastEntry().getValue();
  }

  /** The milliseconds that it took at most in so many percent, as far as the server tells them apart. */
  double at(double percent) {
    double enough = count() * percent / 100;
    return upTo.entrySet()
        .stream()
        .filter(each -> each.getValue() >= enough && each.getKey() < Double.POSITIVE_INFINITY)
        .findFirst()
        .map(Map.Entry::getKey)
        .orElseThrow(() -> new LoadError("The server took longer than its metrics can tell."));
  }

  /** The milliseconds in the median, taken as even within their bucket, as Prometheus's histogram_quantile does. */
  double median() {
    double half = count() / 2.0;
    double from = 0;
    long before = 0;
    for (Map.Entry<Double, Long> each : upTo.entrySet()) {
      if (each.getValue() >= half && each.getKey() < Double.POSITIVE_INFINITY && each.getValue() > before) {
        return from + (each.getKey() - from) * (half - before) / (each.getValue() - before);
      }
      from = each.getKey();
      before = each.getValue();
    }
    throw new LoadError("The server took longer than its metrics can tell.");
  }
}
