package dev.cancha.app.board;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Room documents as a server sends them, of Ana (p1, seat 0) and Beto (p2, seat 1). */
final class Docs {
  private static final String SEATS = "\"seats\":{\"0\":{\"id\":\"p1\",\"name\":\"Ana\",\"connected\":true},"
      + "\"1\":{\"id\":\"p2\",\"name\":\"Beto\",\"connected\":true}}";

  private Docs() {}

  static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  static JsonNode connectFour(String phase, String columns, String more) {
    return json("{\"phase\":\"" + phase + "\",\"turn\":[0]," + SEATS + ",\"view\":{\"columns\":{" + columns
        + "}" + more
        + "}}");
  }

  static JsonNode snake(int width, int height, String snakes) {
    return json("{\"phase\":\"playing\"," + SEATS + ",\"view\":{\"size\":{\"width\":" + width + ",\"height\":"
        + height
        + "},\"snakes\":{" + snakes + "},\"food\":[[1,0]],\"secondsLeft\":9}}");
  }

  /** Ana has three dice and Beto two. */
  static JsonNode dudo(String view, String more, int turn) {
    return json("{\"phase\":\"playing\",\"turn\":[" + turn + "]," + SEATS
        + ",\"view\":{\"dice\":{\"0\":3,\"1\":2},\"round\":3,\"special\":false"
        + (view.isEmpty() ? "" : "," + view) + "}" + more + "}");
  }
}
