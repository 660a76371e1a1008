package dev.cancha.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One over frames, one over a WebSocket, one who watches: they see the same match. */
class MixedMatchIT {
  private final Random random = new Random(7);
  private RealServer server;
  private RawClient ana;
  private RawClient beto;
  private RawClient caro;
  /** The revision from which on all three get patches. */
  private long allThere;

  @BeforeEach
  void connect() throws Exception {
    server = RealServer.start();
    ana = RawClient.hello(server, Line.Kind.FRAMES, "Ana");
    beto = RawClient.hello(server, Line.Kind.WEBSOCKET, "Beto");
    caro = RawClient.hello(server, Line.Kind.FRAMES, "Caro");
  }

  @AfterEach
  void everyoneLeaves() throws Exception {
    try (RealServer _ = server) {
      try (RawClient a = ana; RawClient b = beto; RawClient c = caro) {
        a.leave();
        b.leave();
        c.leave();
      }
      server.nothingIsLeft();
    }
  }

  @Test
  void connectFourIsTheSameBytesForAll() throws Exception {
    begin("connectFour");
    long begun = ana.rev();

    while (ana.phase().equals("playing")) {
      RawClient mover = mover();
      mover.act(mover.anyColumn(random));
      everyoneIsAt(mover.rev());
    }

    List<String> patches = ana.patchesAfter(begun);
    assertThat(patches).hasSizeGreaterThanOrEqualTo(7);
    assertThat(beto.patchesAfter(begun)).isEqualTo(patches);
    assertThat(caro.patchesAfter(begun)).isEqualTo(patches);
    theSameIsOnEveryTable();
  }

  @Test
  void dudoTellsEveryoneTheSameAndNobodyTheDiceOfAnother() throws Exception {
    begin("dudo");
    int rounds = 0;

    while (ana.phase().equals("playing")) {
      RawClient mover = mover();
      String anasDice = ana.doc().path("me").path("dice").toString();
      String betosDice = beto.doc().path("me").path("dice").toString();
      boolean calls = wantsToCall(mover);
      mover.act(calls ? "{\"call\":\"dudo\"}" : raise(mover));
      everyoneIsAt(mover.rev());
      JsonNode revealed = caro.doc().path("view").path("reveal");
      assertThat(revealed.isObject()).as("the cups are lifted by a call only").isEqualTo(calls);
      if (calls) {
        rounds++;
        assertThat(revealed.path("0").toString()).isEqualTo(anasDice);
        assertThat(revealed.path("1").toString()).isEqualTo(betosDice);
      }
    }

    assertThat(rounds).isGreaterThanOrEqualTo(5);
    theSameIsOnEveryTable();
    assertThat(publicPart(ana)).isEqualTo(publicPart(beto));
    assertThat(publicPart(ana)).isEqualTo(caro.patchesAfter(allThere));
    caro.heard().forEach(text -> assertThat(hidden(RawClient.MAPPER.readTree(text))).as(text).isEmpty());
    for (RawClient player : List.of(ana, beto)) {
      // what is left once its own dice are taken out hides nothing of the other's
      player.heard().forEach(text -> assertThat(hidden(withoutMe(text))).as(text).isEmpty());
      assertThat(player.heard("patch").stream().filter(text -> text.contains("\"me\"")))
          .hasSizeGreaterThan(4);
    }
  }

  private void begin(String game) throws IOException {
    String code = ana.create(game);
    beto.join(code);
    caro.watch(code);
    allThere = caro.rev();
    ana.ready();
    beto.ready();
    everyoneIsAt(beto.rev());
    assertThat(caro.phase()).isEqualTo("playing");
    assertThat(caro.seat()).isNull();
  }

  private RawClient mover() {
    assertThat(ana.inTurn()).as("one of the two is in turn").isNotEqualTo(beto.inTurn());
    return ana.inTurn() ? ana : beto;
  }

  private void everyoneIsAt(long rev) throws IOException {
    for (RawClient client : List.of(ana, beto, caro)) {
      client.untilRev(rev);
    }
  }

  private boolean wantsToCall(RawClient mover) {
    JsonNode view = mover.doc().path("view");
    int dice = view.path("dice").path("0").intValue() + view.path("dice").path("1").intValue();
    return view.has("bid") && view.path("bid").path("count").intValue() > dice / 3 + random.nextInt(2);
  }

  /** The first bid of a round, or one die more of the same face, which is always allowed. */
  private String raise(RawClient mover) {
    JsonNode bid = mover.doc().path("view").path("bid");
    int count = bid.path("count").asInt(0) + 1;
    int face = bid.path("face").asInt(2 + random.nextInt(5));
    return "{\"bid\":{\"count\":" + count + ",\"face\":" + face + "}}";
  }

  private void theSameIsOnEveryTable() throws IOException {
    String view = sorted(ana.doc().path("view"));
    String result = sorted(ana.doc().path("result"));
    assertThat(result).contains("ranks");
    for (RawClient client : List.of(ana, beto, caro)) {
      assertThat(sorted(client.doc().path("view"))).isEqualTo(view);
      assertThat(sorted(client.doc().path("result"))).isEqualTo(result);
      // and what was put together from patches is what the server has
      String kept = sorted(client.doc());
      client.ask("room", "\"type\":\"sync\"");
      assertThat(sorted(client.doc())).isEqualTo(kept);
    }
  }

  /** Every patch since both players and the spectator were there, as it would read to one who has no seat. */
  private List<String> publicPart(RawClient player) {
    return player.patchesAfter(allThere).stream().map(text -> withoutMe(text).toString()).toList();
  }

  private static JsonNode withoutMe(String text) {
    ObjectNode message = (ObjectNode) RawClient.MAPPER.readTree(text);
    for (String member : List.of("patch", "doc")) {
      if (message.get(member) instanceof ObjectNode object) {
        object.remove("me");
      }
    }
    return message;
  }

  /** Where in a message there is what only one seat may know: a {@code me}, or dice that nobody has revealed. */
  private static List<String> hidden(JsonNode message) {
    List<String> found = new ArrayList<>();
    search(message, "", found);
    return found;
  }

  private static void search(JsonNode node, String path, List<String> found) {
    for (var member : node.properties()) {
      String inner = path + "/" + member.getKey();
      JsonNode value = member.getValue();
      boolean numbers = value.isArray() && !value.isEmpty() && value.get(0).isNumber();
      if (member.getKey().equals("me")
          || (numbers && !inner.contains("/reveal/") && !inner.endsWith("/turn"))) {
        found.add(inner);
      }
      search(value, inner, found);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      search(node.get(i), path + "/" + i, found);
    }
  }

  /** The node as text, the members of every object in the order of their names. */
  private static String sorted(JsonNode node) {
    if (!node.isObject()) {
      return node.toString();
    }
    TreeMap<String, String> members = new TreeMap<>();
    node.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
    return members.toString();
  }
}
