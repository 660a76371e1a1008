package dev.cancha.app.match;

import dev.cancha.client.RoomView;
import dev.cancha.common.game.Result;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.server.room.BotTurns;
import dev.cancha.server.room.Outcome.Refused;
import dev.cancha.server.room.RoomState;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A match at a server. Each seat has a connection, and what the server says counts; the same inputs are folded here
 * as well, from the same seed, so that bots can be asked what no client is told enough for. Where the two do not
 * agree at the end, the league fails. Only for games that wait: there is one act after the other. Owner: the thread
 * that plays the match.
 */
final class ServerCourt implements Court {
  private static final JsonType<Result> RESULTS = JsonType.of(Result.class);

  private final List<Wire> wires;
  private final Occasion occasion;
  private final Function<String, Table> tables;
  private @Nullable Table table;
  private long rev;

  /** @param tables makes the table of the match with an id */
  ServerCourt(List<Wire> wires, Occasion occasion, Function<String, Table> tables) {
    this.wires = wires;
    this.occasion = occasion;
    this.tables = tables;
  }

  /** In the order in which {@link Table#begin} does so: chance follows from where an input stands. */
  @Override
  public void begin() {
    String code = wires.getFirst()
        .create(occasion.game().info().id(), wires.size(), Table.settings(occasion));
    for (int seat = 1; seat < wires.size(); seat++) {
      wires.get(seat).join(code, seat);
    }
    wires.forEach(Wire::ready);
    RoomView room = wires.getFirst().sees(each -> each.code().equals(code) && each.doc().has("match"));
    rev = room.rev();
    Table its = tables.apply(room.doc().path("match").asString(""));
    its.begin();
    table = its;
  }

  private Table table() {
    return Objects.requireNonNull(table);
  }

  @Override
  public Occasion occasion() {
    return table().occasion();
  }

  @Override
  public RoomState state() {
    return table().state();
  }

  @Override
  public BotTurns<?, ?> turns() {
    return table().turns();
  }

  @Override
  public @Nullable Refused act(int seat, Json action) {
    try {
      rev = Math.max(rev, wires.get(seat).act(action, rev).rev());
    } catch (dev.cancha.client.Refused refused) {
      return new Refused(refused.code(), String.valueOf(refused.getMessage()));
    }
    Refused here = table().act(seat, action);
    if (here != null) {
      throw differs("the act " + action + ", which is refused here: " + here.message());
    }
    return null;
  }

  @Override
  public SortedMap<Integer, Refused> tick(SortedMap<Integer, Json> acts) {
    throw new IllegalStateException("a server waits for nobody");
  }

  @Override
  public void resign(int seat) {
    wires.get(seat).resign();
    table().resign(seat);
  }

  @Override
  public @Nullable Result result() {
    return table().result();
  }

  @Override
  public List<Move> moves() {
    return table().moves();
  }

  /** All see the same end, and go. */
  @Override
  public void close() {
    if (table == null) {
      return;
    }
    Result here = table().result();
    for (Wire wire : wires) {
      if (here != null) {
        String there = wire.sees(room -> room.phase().equals("over")).result().toString();
        if (!there.equals(RESULTS.write(here).toString())) {
          throw differs("the end " + there + ", which is " + RESULTS.write(here) + " here");
        }
      }
      wire.leave();
    }
  }

  private static MatchError differs(String what) {
    return MatchError.failed("the server and the rules here do not agree: the server has " + what + ".");
  }
}
