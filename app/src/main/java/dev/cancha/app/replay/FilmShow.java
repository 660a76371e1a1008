package dev.cancha.app.replay;

import dev.cancha.app.board.Board;
import dev.cancha.app.board.Sight;
import dev.cancha.app.join.RoomText;
import dev.cancha.app.text.Frame;
import dev.cancha.app.text.Ink;
import dev.cancha.app.text.Key;
import dev.cancha.app.text.Line;
import dev.cancha.app.text.Show;
import dev.cancha.app.text.Text;
import dev.cancha.app.text.Window;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Steps through a match, forwards and backwards, as everyone saw it or one seat. Owner: the thread that shows it. */
final class FilmShow implements Show {
  private static final double[] SPEEDS = {0.25, 0.5, 1, 2, 4, 8};
  private static final int USUAL = 2;
  /** What is typed in a turn may come within no time, and wait for minutes: neither is good to look at. */
  private static final long SHORTEST_TURN_MILLIS = 700;
  private static final long LONGEST_MILLIS = 1_500;
  private static final int FAR = 20;
  private static final int PANEL = 24;
  private static final int GAP = 5;

  private final Film film;
  private final String title;
  private final boolean ticks;
  private int at;
  private int speed = USUAL;
  private boolean plays;
  private @Nullable Integer seat;
  private long now;
  private long shownAt;
  private boolean over;

  /**
   * @param title of the game, for people
   * @param ticks whether it ticks
   */
  FilmShow(Film film, String title, boolean ticks) {
    this.film = film;
    this.title = title;
    this.ticks = ticks;
  }

  @Override
  public boolean over() {
    return over;
  }

  @Override
  public void at(long millis) {
    now = millis;
    while (plays && at < last() && now - shownAt >= pause()) {
      shownAt = Math.max(shownAt + pause(), now - LONGEST_MILLIS);
      at++;
    }
    plays = plays && at < last();
  }

  private int last() {
    return film.steps().size() - 1;
  }

  /** How long the step that is shown stays. */
  private long pause() {
    long real = film.atMillis(at + 1) - film.atMillis(at);
    return (long) (Math.clamp(real, ticks ? 0 : SHORTEST_TURN_MILLIS, LONGEST_MILLIS) / SPEEDS[speed]);
  }

  @Override
  public void on(Key key) {
    switch (key.kind()) {
      case RIGHT -> go(at + 1);
      case LEFT -> go(at - 1);
      case PAGE_DOWN -> go(at + FAR);
      case PAGE_UP -> go(at - FAR);
      case HOME -> go(0);
      case END -> go(last());
      case UP -> speed = Math.min(SPEEDS.length - 1, speed + 1);
      case DOWN -> speed = Math.max(0, speed - 1);
      case TAB -> seat = next(seat);
      case ESCAPE -> over = true;
      case CONTROL -> over = over || key.equals(Key.STOP);
      case CHARACTER -> character(key);
      default -> {
        // means nothing here
      }
    }
  }

  private void character(Key key) {
    if (key.is(' ')) {
      boolean again = !plays && at == last();
      at = again ? 0 : at;
      plays = !plays;
      shownAt = now;
    } else if (key.is('q')) {
      over = true;
    } else if (key.is('a')) {
      seat = null;
    } else if (film.replay().players().containsKey(key.character() - '0')) {
      seat = key.character() - '0';
    }
  }

  private void go(int index) {
    plays = false;
    at = Math.clamp(index, 0, last());
  }

  private @Nullable Integer next(@Nullable Integer from) {
    for (int each : film.replay().players().keySet()) {
      if (from == null || each > from) {
        return each;
      }
    }
    return null;
  }

  @Override
  public List<Line> draw(Window window) {
    if (!Frame.fits(window)) {
      return Frame.tooSmall(window);
    }
    String seen = seat == null ? "as all saw it" : "as " + film.replay().players().get(seat) + " saw it";
    return new Frame(Line.of("Cancha · replay of " + title + " · " + film.replay().match()), Line.of(seen),
        progress(window.width()),
        Line.of("←→ step · Space play · ↑↓ speed · PgUp/PgDn far · 0-9 seat · a all · q quit"))
        .around(body(Frame.inside(window)), window);
  }

  private Line progress(int width) {
    String place = "step " + (at + 1) + " of " + (last() + 1) + "  " + time(film.atMillis(at)) + " of "
        + time(film.atMillis(last())) + "  " + (plays ? "▸" : "paused") + " x" + factor();
    String difference = film.difference();
    if (at == last() && difference != null) {
      return Line.of("! Here something else comes out: " + difference, Ink.BAD);
    }
    int cells = width - Text.width(place) - 4;
    int done = cells < 8 ? 0 : last() == 0 ? cells : (int) ((long) cells * at / last());
    return Line.of(place, Ink.STRONG)
        .plus(cells < 8 ? ""
            : "  " + "■".repeat(done) + "·".repeat(cells - done));
  }

  private String factor() {
    double factor = SPEEDS[speed];
    return factor < 1 ? "1/" + (int) (1 / factor) : String.valueOf((int) factor);
  }

  private static String time(long millis) {
    long seconds = millis / 1_000;
    return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
  }

  private List<Line> body(Window inside) {
    JsonNode doc = film.doc(at, seat);
    Board board = Board.of(film.replay().game());
    int main = board.width(doc);
    boolean beside = inside.width() >= main + GAP + PANEL;
    if (!beside) {
      List<Line> lines = new ArrayList<>(
          board.draw(new Sight(doc, seat, new Window(inside.width(), inside.height() - 1))));
      List<Line> shown = new ArrayList<>(lines.subList(0, Math.min(lines.size(), inside.height() - 1)));
      shown.addAll(happened(doc, new Window(inside.width(), inside.height() - shown.size())));
      return shown;
    }
    List<Line> left = board.draw(new Sight(doc, seat, new Window(main, inside.height())));
    int panel = inside.width() - main - GAP;
    List<Line> right = new ArrayList<>(players(doc, board));
    right.add(Line.EMPTY);
    List<Line> happened = happened(doc, new Window(panel, inside.height() - right.size()));
    while (right.size() + happened.size() < inside.height()) {
      right.add(Line.EMPTY);
    }
    right.addAll(happened);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < inside.height(); i++) {
      lines.add(Line.of(" ")
          .plus((i < left.size() ? left.get(i) : Line.EMPTY).fit(main))
          .plus(" │ ", Ink.FAINT)
          .plus(i < right.size() ? right.get(i) : Line.EMPTY));
    }
    return lines;
  }

  private List<Line> players(JsonNode doc, Board board) {
    List<Line> lines = new ArrayList<>();
    film.replay()
        .players()
        .forEach((number, name) -> lines.add(board.badge(doc, number)
            .plus(" " + name, number.equals(seat) ? Ink.STRONG : Ink.PLAIN)
            .plus("  " + board.score(doc, number), Ink.FAINT)));
    return lines;
  }

  /** What happened up to now, the last at the bottom, and how it ended. */
  private List<Line> happened(JsonNode doc, Window space) {
    List<Line> lines = new ArrayList<>();
    if (doc.has("result")) {
      Text.wrap(new RoomText(doc, "").result(), space.width())
          .reversed()
          .forEach(line -> lines.add(Line.of(line, Ink.STRONG)));
    }
    for (int i = at; i >= 0 && lines.size() < space.height(); i--) {
      Ink ink = i == at ? Ink.PLAIN : Ink.FAINT;
      StepText.happening(film.steps().get(i), new RoomText(doc, ""))
          .ifPresent(told -> Text.wrap(told, space.width())
              .reversed()
              .forEach(line -> lines.add(Line.of(line, ink))));
    }
    return lines.subList(0, Math.min(lines.size(), Math.max(0, space.height()))).reversed();
  }
}
