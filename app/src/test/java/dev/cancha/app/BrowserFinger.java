package dev.cancha.app;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

/** A finger on a touch screen, as the browser's own protocol moves it; Playwright's own only touches. */
final class BrowserFinger {
  private final CDPSession devtools;
  private final double middleX;
  private final double middleY;
  private double x;
  private double y;

  /** It goes down in the middle of {@code place}. */
  BrowserFinger(Page page, Locator place) {
    devtools = page.context().newCDPSession(page);
    place.scrollIntoViewIfNeeded();
    BoundingBox box = place.boundingBox();
    middleX = box.x + box.width / 2;
    middleY = box.y + box.height / 2;
  }

  void down() {
    x = middleX;
    y = middleY;
    dispatch("touchStart", true);
  }

  void by(double right, double down) {
    x += right;
    y += down;
    dispatch("touchMove", true);
  }

  void up() {
    dispatch("touchEnd", false);
  }

  private void dispatch(String type, boolean touches) {
    JsonArray points = new JsonArray();
    if (touches) {
      JsonObject point = new JsonObject();
      point.addProperty("x", x);
      point.addProperty("y", y);
      points.add(point);
    }
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    devtools.send("Input.dispatchTouchEvent", event);
  }
}
