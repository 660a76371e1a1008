package dev.cancha.app.join;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Schemas and documents as a server sends them. */
final class Samples {
  static final String CONNECT_FOUR_ACTION = """
      {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","title":"Drop",
       "properties":{"column":{"type":"integer","minimum":0,"maximum":6}},"required":["column"]}""";

  static final String DUDO_ACTION = """
      {"type":"object","properties":{
         "bid":{"type":"object","properties":{"count":{"type":"integer","minimum":1,"maximum":30},
           "face":{"type":"integer","minimum":1,"maximum":6}},"required":["count","face"]},
         "call":{"enum":["dudo","calzo"]}},
       "additionalProperties":false,"minProperties":1,"maxProperties":1}""";

  static final String SNAKE_ACTION = """
      {"type":"object","properties":{"turn":{"enum":["up","down","left","right"]}},"required":["turn"]}""";

  private Samples() {}

  static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  /** Connect Four between Ana (p1, seat 0) and Beto (p2, seat 1); {@code members} are added to the document. */
  static JsonNode room(String phase, String members) {
    return json("""
        {"code":"KX3F","game":"connectFour","size":2,"phase":"%s","options":{},"settings":{"graceSeconds":600},
         "visibility":"public","locked":false,"host":"p1",
         "seats":{"0":{"id":"p1","name":"Ana","connected":true,"ready":true},
                  "1":{"id":"p2","name":"Beto","connected":true}}%s}""".formatted(phase, members));
  }

  static JsonNode playing(int turn, String fourthColumn) {
    return room("playing",
        ",\"match\":\"m\",\"turn\":[" + turn + "],\"view\":{\"columns\":{\"0\":\"\",\"1\":\"\","
            + "\"2\":\"\",\"3\":\"" + fourthColumn + "\",\"4\":\"\",\"5\":\"\",\"6\":\"\"}}");
  }
}
