package dev.cancha.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client as one writes it from the protocol's page in an afternoon: it keeps the document by merge patch, answers
 * pings, and remembers every message. An error that it does not expect fails the test. Owner: the test's thread.
 */
final class RawClient implements AutoCloseable {
  static final JsonMapper MAPPER = JsonMapper.shared();

  private final RealServer server;
  private final Line.Kind kind;
  private Line line;
  /** Everything that was received in a room, word for word. */
  private final List<String> heard = new ArrayList<>();
  private String token = "";
  private @Nullable ObjectNode doc;
  private long rev;
  private @Nullable Integer seat;
  /** The highest {@code act} that is known to count. */
  private long acknowledged;
  private long seq;
  private int lastId;

  private RawClient(RealServer server, Line.Kind kind) throws IOException {
    this.server = server;
    this.kind = kind;
    line = kind.to(server);
  }

  static RawClient hello(RealServer server, Line.Kind kind, String name) throws IOException {
    RawClient client = new RawClient(server, kind);
    client.line.send("{\"type\":\"hello\",\"name\":\"" + name + "\"}");
    JsonNode welcome = client.receive("welcome");
    client.token = welcome.path("token").stringValue();
    return client;
  }

  /** A new connection for the same session, whatever has become of the one before, which is left as it is. */
  JsonNode resume() throws IOException {
    line = kind.to(server);
    line.send(
        "{\"type\":\"hello\",\"token\":\"" + token + "\",\"room\":\"" + code() + "\",\"rev\":" + rev + "}");
    JsonNode welcome = receive("welcome");
    assertThat(welcome.path("resumed").booleanValue(false)).as("resumed").isTrue();
    assertThat(welcome.path("room").stringValue()).isEqualTo(code());
    return welcome;
  }

  Line line() {
    return line;
  }

  // ------------------------------------------------------------------ asking

  /** Sends a request with the members {@code members}, and reads until its answer, which must be a {@code type}. */
  JsonNode ask(String type, String members) throws IOException {
    int id = ++lastId;
    line.send("{\"id\":" + id + "," + members + "}");
    JsonNode answer = next();
    while (answer.path("re").asInt(0) != id) {
      answer = next();
    }
    assertThat(answer.path("type").stringValue()).as(answer.toString()).isEqualTo(type);
    return answer;
  }

  String create(String game) throws IOException {
    ask("room", "\"type\":\"create\",\"game\":\"" + game + "\"");
    return code();
  }

  void join(String code) throws IOException {
    ask("room", "\"type\":\"join\",\"room\":\"" + code + "\"");
  }

  void watch(String code) throws IOException {
    ask("room", "\"type\":\"join\",\"spectate\":true,\"room\":\"" + code + "\"");
  }

  void ready() throws IOException {
    ask("done", "\"type\":\"ready\"");
  }

  void leave() throws IOException {
    ask("left", "\"type\":\"leave\"");
    doc = null;
  }

  /** The next act as a message: sent again word for word, it is the same act. */
  String nextAct(String action) {
    return "{\"type\":\"act\",\"seq\":" + ++seq + ",\"rev\":" + rev + ",\"action\":" + action + "}";
  }

  /** Acts, and reads until the act counts. */
  void act(String action) throws IOException {
    line.send(nextAct(action));
    untilAcknowledged();
  }

  void untilAcknowledged() throws IOException {
    while (acknowledged < seq) {
      next();
    }
  }

  // ------------------------------------------------------------------ listening

  void untilRev(long wanted) throws IOException {
    while (rev < wanted) {
      next();
    }
  }

  /** Reads one message and applies it. */
  JsonNode next() throws IOException {
    String text = line.receive();
    assertThat(text).as("a message, and not the end of the stream").isNotNull();
    JsonNode message = MAPPER.readTree(text);
    switch (message.path("type").stringValue()) {
      case "room" -> {
        heard.add(text);
        onRoom(message);
      }
      case "patch" -> {
        heard.add(text);
        onPatch(message);
      }
      case "ping" -> line.send("{\"type\":\"pong\",\"t\":" + message.path("t") + "}");
      case "done", "left", "spectators", "chat", "welcome", "pong", "rooms" -> heard.add(text);
      default -> throw new AssertionError("not expected: " + text);
    }
    return message;
  }

  private JsonNode receive(String type) throws IOException {
    JsonNode message = next();
    assertThat(message.path("type").stringValue()).as(message.toString()).isEqualTo(type);
    return message;
  }

  private void onRoom(JsonNode room) {
    doc = (ObjectNode) room.path("doc");
    rev = room.path("rev").longValue();
    seat = room.path("you").has("seat") ? room.path("you").path("seat").intValue() : null;
    acknowledged = Math.max(acknowledged, room.path("you").path("seq").longValue());
  }

  private void onPatch(JsonNode patch) {
    assertThat(patch.path("rev").longValue()).as("no revision is missing, none comes twice")
        .isEqualTo(rev + 1);
    rev++;
    merge(doc(), (ObjectNode) patch.path("patch"));
    if (seat != null) {
      acknowledged = Math.max(acknowledged, patch.path("acks").path(seat.toString()).asLong(0));
    }
  }

  /** RFC 7396, as its section 2 has it. */
  private static void merge(ObjectNode target, ObjectNode patch) {
    for (var member : patch.properties()) {
      JsonNode value = member.getValue();
      if (value.isNull()) {
        target.remove(member.getKey());
      } else if (value instanceof ObjectNode object) {
        ObjectNode inner = target.get(member.getKey()) instanceof ObjectNode old ? old
            : MAPPER.createObjectNode();
        target.set(member.getKey(), inner);
        merge(inner, object);
      } else {
        target.set(member.getKey(), value);
      }
    }
  }

  // ------------------------------------------------------------------ looking

  ObjectNode doc() {
    if (doc == null) {
      throw new AssertionError("not in a room");
    }
    return doc;
  }

  String code() {
    return doc().path("code").stringValue();
  }

  String phase() {
    return doc().path("phase").stringValue();
  }

  long rev() {
    return rev;
  }

  @Nullable
  Integer seat() {
    return seat;
  }

  boolean connected(int someSeat) {
    return doc().path("seats").path(Integer.toString(someSeat)).path("connected").booleanValue();
  }

  boolean inTurn() {
    for (JsonNode turn : doc().path("turn")) {
      if (seat != null && turn.intValue() == seat) {
        return true;
      }
    }
    return false;
  }

  /** Any column that is not full. */
  String anyColumn(Random random) {
    List<String> open = new ArrayList<>();
    for (var column : doc().path("view").path("columns").properties()) {
      if (column.getValue().stringValue().length() < 6) {
        open.add(column.getKey());
      }
    }
    return "{\"column\":" + open.get(random.nextInt(open.size())) + "}";
  }

  /** Every message that came in a room, word for word. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  /** The messages of type {@code type} among {@link #heard}. */
  List<String> heard(String type) {
    return heard.stream()
        .filter(text -> MAPPER.readTree(text).path("type").stringValue().equals(type))
        .toList();
  }

  /** The patches above revision {@code after}, word for word. */
  List<String> patchesAfter(long after) {
    return heard("patch").stream()
        .filter(text -> MAPPER.readTree(text).path("rev").longValue() > after)
        .toList();
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
