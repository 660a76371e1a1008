package dev.cancha.server.testing;

import tools.jackson.databind.JsonNode;

/** Two clients in one room of Connect Four: the first is the host on seat 0, the second sits on seat 1. */
public record Duel(TestClient host, TestClient guest) {
  /** Both are seated, and nobody is ready. */
  public static Duel seated(TestServer server) {
    return seated(server.player("Ana"), server.player("Beto"));
  }

  public static Duel seated(TestClient host, TestClient guest) {
    create(host, "'game':'connectFour'");
    join(guest, host.view().code());
    host.forget();
    guest.forget();
    return new Duel(host, guest);
  }

  /** A match is running, and it is the host's turn. */
  public static Duel playing(TestServer server) {
    return seated(server).start();
  }

  public Duel start() {
    host.ask("{'type':'start'}");
    host.forget();
    guest.forget();
    return this;
  }

  /** Opens a room; gives its {@code room}. */
  public static JsonNode create(TestClient who, String members) {
    return room(who.ask("{'type':'create'," + members + "}"));
  }

  /** Enters the room with {@code code}; gives its {@code room}. */
  public static JsonNode join(TestClient who, String code) {
    return room(who.ask("{'type':'join','room':'" + code + "'}"));
  }

  /** Watches the room with {@code code}; gives its {@code room}. */
  public static JsonNode watch(TestClient who, String code) {
    return room(who.ask("{'type':'join','room':'" + code + "','spectate':true}"));
  }

  private static JsonNode room(JsonNode answer) {
    if (!answer.get("type").stringValue().equals("room")) {
      throw new AssertionError("not a room: " + answer);
    }
    return answer;
  }

  /** Both drop discs, {@code host} into column 0 and {@code guest} into column 1, until the host has four. */
  public void hostWins() {
    for (int move = 1; move <= 3; move++) {
      host.drop(move, 0);
      guest.drop(move, 1);
    }
    host.drop(4, 0);
  }
}
