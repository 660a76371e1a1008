package dev.cancha.server.testing;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client as a student would write it: bytes, and JSON as text. It answers pings, follows its room's document, and
 * keeps every message in order. In what it sends, {@code '} stands for a quotation mark.
 */
public final class TestClient {
  /** How a client's messages are framed. */
  public enum Speaks {
    FRAMES, WEBSOCKET;

    /** For tests that mix both. */
    public static Speaks either(boolean frames) {
      return frames ? FRAMES : WEBSOCKET;
    }
  }

  private static final JsonMapper JSON = new JsonMapper();
  private static final String UPGRADE = """
      GET /ws HTTP/1.1
      Host: play.example:7777
      Upgrade: websocket
      Connection: Upgrade
      Sec-WebSocket-Version: 13
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

      """.replace("\n", "\r\n");

  private final TestServer server;
  private final MemoryChannel channel;
  private final Speaks speaks;
  private final ByteBuf received = Unpooled.buffer();
  private final List<JsonNode> inbox = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private RoomView view = new RoomView();
  private boolean upgrading;
  private boolean answersPings = true;
  private int lastId;
  private @Nullable Integer closeCode;
  private String token = "";

  TestClient(TestServer server, MemoryChannel channel, Speaks speaks) {
    this.server = server;
    this.channel = channel;
    this.speaks = speaks;
    if (speaks == Speaks.WEBSOCKET) {
      upgrading = true;
      channel.arrive(UPGRADE.getBytes(StandardCharsets.US_ASCII));
    }
  }

  // ------------------------------------------------------------------ saying

  /** Sends messages in one read, and lets the server do what it has to do. */
  public TestClient send(String... messages) {
    post(messages);
    server.settle();
    return this;
  }

  /** Puts messages on their way, in one read: nothing is done yet. */
  public TestClient post(String... messages) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String message : messages) {
      bytes.writeBytes(framed(0x81, message.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
    channel.arrive(bytes.toByteArray());
    return this;
  }

  /** Sends bytes as they are. */
  public TestClient sendBytes(byte[] bytes) {
    channel.arrive(bytes);
    server.settle();
    return this;
  }

  /** Sends one message with other than text in it: over WebSocket in a frame whose first byte is {@code first}. */
  public TestClient sendFrame(int first, byte[] payload) {
    return sendBytes(framed(first, payload));
  }

  private byte[] framed(int first, byte[] payload) {
    ByteBuf frame = Unpooled.buffer();
    if (speaks == Speaks.FRAMES) {
      frame.writeInt(payload.length).writeBytes(payload);
    } else {
      frame.writeByte(first);
      if (payload.length < 126) {
        frame.writeByte(0x80 | payload.length);
      } else if (payload.length < 1 << 16) {
        frame.writeByte(0x80 | 126).writeShort(payload.length);
      } else {
        frame.writeByte(0x80 | 127).writeLong(payload.length);
      }
      // A mask of zeros leaves the payload as it is.
      frame.writeInt(0).writeBytes(payload);
    }
    byte[] bytes = new byte[frame.readableBytes()];
    frame.readBytes(bytes);
    return bytes;
  }

  /** Says hello as someone new; gives the {@code welcome}. */
  public JsonNode hello(String name) {
    send("{'type':'hello','name':'" + name + "'}");
    return welcomed();
  }

  /** Takes the session of {@code other} over without a word of what is known. */
  public JsonNode resume(TestClient other) {
    send("{'type':'hello','token':'" + other.token + "'}");
    return welcomed();
  }

  /** From now on this client knows what {@code other} knows: its token, and the room. */
  public TestClient as(TestClient other) {
    view = other.view.copy();
    token = other.token;
    return this;
  }

  /** Takes the session of {@code other} over and says up to where that one knew the room. */
  public JsonNode resumeFrom(TestClient other) {
    as(other);
    send("{'type':'hello','token':'" + token + "','room':'" + view.code() + "','rev':" + view.rev() + "}");
    return welcomed();
  }

  /** The {@code welcome} that has come; the client knows its token now. */
  public JsonNode welcomed() {
    JsonNode welcome = take("welcome");
    token = welcome.get("token").stringValue();
    return welcome;
  }

  /** Sends a request with an {@code id} and gives the one message that answers it. */
  public JsonNode ask(String request) {
    int id = ++lastId;
    send("{'id':" + id + "," + request.substring(1));
    List<JsonNode> answers = inbox.stream()
        .filter(message -> message.has("re") && message.get("re").intValue() == id)
        .toList();
    if (answers.size() != 1) {
      throw new AssertionError(answers.size() + " answers to " + request + ": " + inbox);
    }
    inbox.remove(answers.getFirst());
    return answers.getFirst();
  }

  /** Sends a request that must be refused; gives the error's code. */
  public String refused(String request) {
    return code(ask(request));
  }

  /** Acts with {@code seq}. */
  public TestClient act(long seq, String action) {
    return send("{'type':'act','seq':" + seq + ",'action':" + action + "}");
  }

  /** Drops a disc. */
  public TestClient drop(long seq, int column) {
    return act(seq, "{'column':" + column + "}");
  }

  /** The cable is pulled, or the program ends: the server notices at once. */
  public TestClient reset() {
    channel.reset();
    server.settle();
    return this;
  }

  /** The same, but nothing is done yet. */
  public TestClient postReset() {
    channel.reset();
    return this;
  }

  /** Half-open: the client is gone and nobody notices. Nothing it was sent since is read. */
  public TestClient vanish() {
    answersPings = false;
    return this;
  }

  /** From now on only {@code bytes} more fit between the server and this client, which has stopped reading. */
  public TestClient stall(long bytes) {
    channel.space(bytes);
    server.settle();
    return this;
  }

  /** The client reads again. */
  public TestClient unstall() {
    return stall(Long.MAX_VALUE);
  }

  // ------------------------------------------------------------------ hearing

  /** The first message of {@code type} that has come and was not taken yet. */
  public JsonNode take(String type) {
    for (Iterator<JsonNode> messages = inbox.iterator(); messages.hasNext();) {
      JsonNode message = messages.next();
      if (type(message).equals(type)) {
        messages.remove();
        return message;
      }
    }
    throw new AssertionError("no '" + type + "' among " + inbox);
  }

  /** The code of the one error that has come. */
  public String takeError() {
    return code(take("error"));
  }

  private static String code(JsonNode message) {
    if (!type(message).equals("error")) {
      throw new AssertionError("not refused: " + message);
    }
    return message.get("code").stringValue();
  }

  /** Everything that has come and was not taken yet. */
  public List<JsonNode> inbox() {
    return List.copyOf(inbox);
  }

  /** The types of the same, but for pings, which may come at any time. */
  public List<String> types() {
    return inbox.stream().map(TestClient::type).filter(type -> !type.equals("ping")).toList();
  }

  public long count(String type) {
    return types().stream().filter(type::equals).count();
  }

  /** Forgets what has come so far. */
  public TestClient forget() {
    inbox.clear();
    return this;
  }

  /** Every message that ever came, as it was written. */
  public List<String> texts() {
    return List.copyOf(texts);
  }

  public RoomView view() {
    return view;
  }

  public String token() {
    return token;
  }

  public boolean open() {
    return channel.isOpen();
  }

  /** The code with which the server closed the WebSocket; fails where it did not. */
  public int closeCode() {
    return Objects.requireNonNull(closeCode, "no close frame came");
  }

  /** What has come and is not a whole message yet, or is none of ours: HTTP. */
  public String rawText() {
    return received.toString(StandardCharsets.ISO_8859_1);
  }

  /** Whether the server leaves unread what this client sent. */
  public boolean unheard() {
    return channel.unread() > 0;
  }

  public MemoryLoop loop() {
    return channel.home();
  }

  private static String type(JsonNode message) {
    return message.get("type").stringValue();
  }

  /** Reads what the server has sent; false where that was nothing. */
  boolean hear() {
    byte[] bytes = channel.takeSent();
    received.writeBytes(bytes);
    while (upgrading ? readUpgrade() : speaks == Speaks.FRAMES ? readFrame() : readWebSocketFrame()) {
      received.discardReadBytes();
    }
    return bytes.length > 0;
  }

  private boolean readUpgrade() {
    String all = received.toString(StandardCharsets.ISO_8859_1);
    int end = all.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    if (!all.startsWith("HTTP/1.1 101 ")) {
      throw new AssertionError(all);
    }
    received.skipBytes(end + 4);
    upgrading = false;
    return true;
  }

  private boolean readFrame() {
    if (received.readableBytes() < 4
        || received.readableBytes() < 4 + received.getInt(received.readerIndex())) {
      return false;
    }
    hear(received.readCharSequence(received.readInt(), StandardCharsets.UTF_8).toString());
    return true;
  }

  private boolean readWebSocketFrame() {
    int start = received.readerIndex();
    if (received.readableBytes() < 2) {
      return false;
    }
    int shortLength = received.getByte(start + 1);
    int header = shortLength < 126 ? 2 : shortLength == 126 ? 4 : 10;
    if (received.readableBytes() < header) {
      return false;
    }
    long length = header == 2 ? shortLength
        : header == 4 ? received.getUnsignedShort(start + 2) : received.getLong(start + 2);
    if (received.readableBytes() < header + length) {
      return false;
    }
    int opcode = received.getByte(start) & 0x0f;
    ByteBuf payload = received.skipBytes(header).readSlice((int) length);
    switch (opcode) {
      case 1 -> hear(payload.toString(StandardCharsets.UTF_8));
      case 8 -> closeCode = payload.readUnsignedShort();
      default -> throw new AssertionError("a WebSocket frame with opcode " + opcode);
    }
    return true;
  }

  private void hear(String text) {
    texts.add(text);
    JsonNode message = JSON.readTree(text);
    inbox.add(message);
    view.hear(message);
    if (type(message).equals("ping") && answersPings) {
      post("{'type':'pong','t':" + message.get("t") + "}");
    }
  }
}
