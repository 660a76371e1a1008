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
 * How late a server took its rooms' ticks, by its own metrics.
 *
 * @param upTo milliseconds to how many ticks were no later; the last one is infinite
 */
record TickLateness(SortedMap<Double, Long> upTo) {
  private static final long PATIENCE_SECONDS = 30;
  private static final Pattern BUCKET = Pattern
      .compile("(?m)^cancha_tick_lateness_seconds_bucket\\{le=\"([^\"]+)\"\\} (\\S+)$");

  TickLateness {
    upTo = Collections.unmodifiableSortedMap(new TreeMap<>(upTo));
  }

  /** What the server on {@code port} of this machine tells so far. */
  static TickLateness of(int port) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return read(client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
          .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
          .build(), BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new LoadError("The server does not show its metrics: " + e + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoadError("The trial was interrupted.");
    }
  }

  /** What a page of Prometheus's text says. */
  static TickLateness read(String page) {
    SortedMap<Double, Long> upTo = new TreeMap<>();
    BUCKET.matcher(page)
        .results()
        .forEach(found -> upTo.put(millis(found.group(1)), (long) Double.parseDouble(found.group(2))));
    if (upTo.isEmpty()) {
      throw new LoadError("The server's metrics do not tell of ticks.");
    }
    return new TickLateness(upTo);
  }

  private static double millis(String seconds) {
    return seconds.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(seconds) * 1e3;
  }

  TickLateness since(TickLateness before) {
    SortedMap<Double, Long> rest = new TreeMap<>();
    upTo.forEach((millis, count) -> rest.put(millis, count - before.upTo.getOrDefault(millis, 0L)));
    return new TickLateness(rest);
  }

  long ticks() {
    return upTo.lastEntry().getValue();
  }

  /** The milliseconds that so many percent of the ticks were not later than, as far as the server tells them apart. */
  double at(double percent) {
    double enough = ticks() * percent / 100;
    return upTo.entrySet()
        .stream()
        .filter(each -> each.getValue() >= enough && each.getKey() < Double.POSITIVE_INFINITY)
        .findFirst()
        .map(Map.Entry::getKey)
        .orElseThrow(() -> new LoadError("Ticks were later than the server's metrics can tell."));
  }
}
