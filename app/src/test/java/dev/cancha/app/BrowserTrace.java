package dev.cancha.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the browser itself wrote down of a page's main thread. A frame is from one <i>Commit</i>, which
 * hands a frame to be shown, to the next; its script is whatever ran scripts meanwhile, drawing and what came by the
 * network alike.
 *
 * @param script for each frame: the milliseconds of CPU that scripts took
 * @param tasks for each task of the thread: the milliseconds until it was over
 */
record BrowserTrace(List<Double> script, List<Double> tasks) {
  private static final List<String> CATEGORIES = List.of("devtools.timeline",
      "devtools.timeline.frame", "disabled-by-default-devtools.timeline");
  private static final Set<String> SCRIPT = Set.of("FunctionCall", "EvaluateScript", "RunMicrotasks");

  /** Looks at the page for so long, without touching it. */
  static BrowserTrace of(Page page, int millis) {
    Browser browser = page.context().browser();
    browser.startTracing(page, new Browser.StartTracingOptions().setCategories(CATEGORIES));
    page.waitForTimeout(millis);
    return read(JsonMapper.shared().readTree(browser.stopTracing()).get("traceEvents"));
  }

  private record Track(int process, int thread) {
    static Track of(JsonNode event) {
      return new Track(event.path("pid").asInt(), event.path("tid").asInt());
    }
  }

  private static BrowserTrace read(JsonNode events) {
    Track main = main(events);
    TreeMap<Double, Double> frames = new TreeMap<>();
    List<Double> tasks = new ArrayList<>();
    List<JsonNode> scripts = new ArrayList<>();
    for (JsonNode event : events) {
      String name = event.path("name").asString("");
      boolean ours = Track.of(event).equals(main);
      if (ours && name.equals("Commit")) {
        frames.put(start(event), 0.0);
      } else if (ours && name.equals("RunTask") && event.has("dur")) {
        tasks.add(event.get("dur").asDouble() / 1000);
      } else if (ours && SCRIPT.contains(name) && event.has("tdur")) {
        scripts.add(event);
      }
    }
    scripts.sort(Comparator.comparingDouble(BrowserTrace::start));
    double until = 0;
    for (JsonNode script : scripts) {
      Double frame = frames.floorKey(start(script));
      if (start(script) >= until && frame != null) {
        until = start(script) + script.path("dur").asDouble();
        frames.merge(frame, script.get("tdur").asDouble() / 1000, Double::sum);
      }
    }
    return new BrowserTrace(List.copyOf(frames.values()), List.copyOf(tasks));
  }

  private static double start(JsonNode event) {
    return event.path("ts").asDouble();
  }

  /** The main thread of a page that drew most: other renderers stand by. */
  private static Track main(JsonNode events) {
    Set<Track> mains = new HashSet<>();
    List<Track> drew = new ArrayList<>();
    for (JsonNode event : events) {
      String name = event.path("name").asString("");
      if (name.equals("thread_name") && event.at("/args/name").asString("").equals("CrRendererMain")) {
        mains.add(Track.of(event));
      } else if (name.equals("FireAnimationFrame")) {
        drew.add(Track.of(event));
      }
    }
    return mains.stream()
        .max(Comparator.comparingLong(each -> drew.stream().filter(each::equals).count()))
        .orElseThrow();
  }
}
