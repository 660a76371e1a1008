package dev.cancha.app;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import dev.cancha.app.BrowserStage.Kind;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code build/measure page} runs, and reads from the lines that it prints. Its name keeps it out of builds. */
@Timeout(300)
class BrowserFigures {
  private static final int TRACED_MILLIS = 10_000;
  private static final int STEPS = 12_000;
  private static final int STEPS_A_LOOK = 2_000;

  @RegisterExtension
  static final BrowserStage stage = new BrowserStage();

  private static void print(String form, Object... figures) {
    System.out.printf(Locale.ROOT, "page;" + form + "%n", figures);
  }

  private static Page moving() {
    Page page = stage.browser(Kind.DESKTOP);
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
    return page;
  }

  @Test
  void theFirstLoad() {
    Page page = stage.browser(Kind.DESKTOP);
    CDPSession devtools = page.context().newCDPSession(page);
    AtomicLong bytes = new AtomicLong();
    AtomicInteger requests = new AtomicInteger();
    devtools.send("Network.enable");
    devtools.on("Network.loadingFinished", event -> {
      bytes.addAndGet(event.get("encodedDataLength").getAsLong());
      requests.incrementAndGet();
    });
    page.navigate(stage.root());
    page.locator("#name").waitFor();
    page.waitForLoadState();
    print("load;%d;%d", bytes.get(), requests.get());
  }

  /** The empty page asks for each frame too, and does nothing in it. */
  @Test
  void framesAndTasksOfEightSnakesAndOfAnEmptyPage() {
    Page empty = moving();
    empty.navigate("about:blank");
    empty.evaluate("() => { const next = () => requestAnimationFrame(next); next(); }");
    trace("empty", empty);
    stage.leave();

    Page page = moving();
    page.navigate(stage.root());
    BrowserStage.comeIn(page, "Ana");
    BrowserPlayers.watch(page, "Snake", "8");
    page.locator("canvas.arena").waitFor();
    Locator alive = page.locator(".legend li:not(.out)");
    int before = alive.count();
    trace("snakes", page);
    print("alive;%d;%d", before, alive.count());
  }

  private static void trace(String name, Page page) {
    BrowserTrace trace = BrowserTrace.of(page, TRACED_MILLIS);
    List<Double> script = trace.script().stream().sorted().toList();
    List<Double> tasks = trace.tasks().stream().sorted().toList();
    print("frames;%s;%d;%.3f;%.3f;%.3f", name, script.size(), at(script, 0.5), at(script, 0.9),
        at(script, 0.99));
    print("tasks;%s;%d;%.3f;%.3f;%d", name, tasks.size(), at(tasks, 0.5), at(tasks, 0.99),
        tasks.stream().filter(each -> each > 50).count());
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
  }

  @Test
  void theHeapOverALongReplay() {
    Page page = moving();
    String film = BrowserFilm.ofSnakes(STEPS);
    page.route("**/shown", route -> route.fulfill(new Route.FulfillOptions().setBody(film)));
    page.navigate(stage.root() + "m/m");
    Locator replay = page.locator(".replay");
    replay.waitFor();
    CDPSession devtools = page.context().newCDPSession(page);
    devtools.send("HeapProfiler.enable");
    page.locator("#speed").selectOption("20");
    heap(devtools, 1);
    page.locator("#play").click();
    for (int step = STEPS_A_LOOK; step < STEPS; step += STEPS_A_LOOK) {
      int wanted = step;
      page.waitForFunction("step => Number(document.querySelector('.replay').dataset.step) >= step", wanted);
      heap(devtools, Integer.parseInt(replay.getAttribute("data-step")));
    }
    page.locator(".replay[data-state=paused]").waitFor();
    heap(devtools, Integer.parseInt(replay.getAttribute("data-step")));
  }

  private static void heap(CDPSession devtools, int step) {
    devtools.send("HeapProfiler.collectGarbage");
    devtools.send("HeapProfiler.collectGarbage"); // what the first one let go of
    JsonObject usage = devtools.send("Runtime.getHeapUsage");
    print("heap;%d;%d", step, usage.get("usedSize").getAsLong());
  }
}
