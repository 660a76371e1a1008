package dev.cancha.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A match of snake as {@code /api/matches/ID/shown} tells one, longer than any that is played: eight snakes go round,
 * each on a ring of its own, and take a step in every tick.
 */
final class BrowserFilm {
  private static final int SEATS = 8;
  private static final int TICKS_A_SECOND = 20;
  private static final int RING_WIDTH = 7;
  private static final int RING_HEIGHT = 7;
  private static final int LENGTH = 16;
  private static final List<int[]> RING = ring();

  private BrowserFilm() {}

  static String ofSnakes(int steps) {
    StringBuilder film = new StringBuilder(head(steps));
    for (int i = 0; i < steps; i++) {
      String view = "\"snakes\":{%s},\"secondsLeft\":%d".formatted(snakes(i), (steps - i) / TICKS_A_SECOND);
      String seen = i == 0 ? """
          "doc":{"game":"snake","match":"m","phase":"playing","turn":[0,1,2,3,4,5,6,7],"seats":{},\
          "view":{"size":{"width":36,"height":18},"food":[[8,8],[17,9],[26,8]],%s}}""".formatted(view)
          : "\"patch\":{\"view\":{%s}}".formatted(view);
      film.append("{\"rev\":%d,\"at\":%d,%s}\n".formatted(i + 1, i * 1000 / TICKS_A_SECOND, seen));
    }
    return film.append("{\"end\":%d,\"verified\":true}\n".formatted(steps)).toString();
  }

  private static String head(int steps) {
    String players = IntStream.range(0, SEATS)
        .mapToObj(seat -> "\"%d\":{\"name\":\"Bot %d\",\"bot\":\"survivor\"}".formatted(seat, seat + 1))
        .collect(Collectors.joining(","));
    String zeros = "0".repeat(32);
    return String.format(Locale.ROOT, """
        {"shown":1,"match":{"id":"m","game":"snake","rules":"1","started":1772388251385,"ended":%d,\
        "players":{%s},"result":{"ranks":{"0":1},"reason":"timeIsUp"},"seed":"%s","seedHash":"%s%s","hash":"%s"},\
        "title":"Snake","tickRate":%d}
        """, 1772388251385L + steps * 1000L / TICKS_A_SECOND, players, zeros, zeros, zeros, zeros,
        TICKS_A_SECOND);
  }

  private static String snakes(int step) {
    return IntStream.range(0, SEATS).mapToObj(seat -> snake(seat, step)).collect(Collectors.joining(","));
  }

  /** Four columns and two rows of rings. */
  private static String snake(int seat, int step) {
    int[] head = RING.get(step % RING.size());
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      int[] from = cell(step - i);
      int[] to = cell(step - i - 1);
      body.append(to[0] > from[0] ? 'r' : to[0] < from[0] ? 'l' : to[1] > from[1] ? 'd' : 'u');
    }
    return "\"%d\":{\"alive\":true,\"head\":[%d,%d],\"body\":\"%s\"}".formatted(seat,
        head[0] + 1 + 9 * (seat % 4),
        head[1] + 1 + 9 * (seat / 4), body);
  }

  private static int[] cell(int step) {
    return RING.get(Math.floorMod(step, RING.size()));
  }

  private static List<int[]> ring() {
    List<int[]> ring = new ArrayList<>();
    IntStream.range(0, RING_WIDTH - 1).forEach(x -> ring.add(new int[] {x, 0}));
    IntStream.range(0, RING_HEIGHT - 1).forEach(y -> ring.add(new int[] {RING_WIDTH - 1, y}));
    IntStream.range(0, RING_WIDTH - 1)
        .forEach(x -> ring.add(new int[] {RING_WIDTH - 1 - x, RING_HEIGHT - 1}));
    IntStream.range(0, RING_HEIGHT - 1).forEach(y -> ring.add(new int[] {0, RING_HEIGHT - 1 - y}));
    return ring;
  }
}
