package dev.cancha.server.metrics;

import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Phase;
import dev.cancha.server.journal.Journal;
import dev.cancha.server.lobby.RoomDirectory;
import dev.cancha.server.session.Sessions;
import dev.cancha.server.session.Traffic;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The meters of one server. Any thread may use it. */
public final class ServerMeters {
  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final MeterRegistry registry;
  private final AtomicLong recoveryNanos = new AtomicLong();
  private final AtomicLong recoveredRooms = new AtomicLong();

  /**
   * What is asked when someone looks.
   *
   * @param connections how many are open
   * @param games their ids
   */
  public record Sources(IntSupplier connections, Sessions sessions, RoomDirectory rooms, Journal journal,
      List<String> games) {}

  public ServerMeters(MeterRegistry registry, Sources sources) {
    this.registry = registry;
    gauge("cancha.connections", "Open connections", () -> sources.connections().getAsInt());
    gauge("cancha.sessions", "Known sessions, also those that may still come back",
        () -> sources.sessions().size());
    gauge("cancha.journal.waiting.inputs", "Inputs that are not on disk yet",
        () -> sources.journal().waiting());
    for (String game : sources.games()) {
      for (Phase phase : Phase.values()) {
        rooms(sources.rooms(), game, phase);
      }
    }
    traffic(sources.sessions().traffic());
    Gauge.builder("cancha.recovery", recoveryNanos, nanos -> nanos.get() / NANOS_PER_SECOND)
        .baseUnit("seconds")
        .description("How long the rooms of the process before took to come back")
        .strongReference(true) // nobody else keeps the number
        .register(registry);
    gauge("cancha.recovered.rooms", "Rooms of the process before that came back", recoveredRooms::get);
  }

  /** The rooms of the process before are back. */
  public void recovered(long nanos, int rooms) {
    recoveryNanos.set(nanos);
    recoveredRooms.set(rooms);
  }

  private void rooms(RoomDirectory rooms, String game, Phase phase) {
    Gauge.builder("cancha.rooms", rooms, all -> count(all, game, phase))
        .tags("game", game, "phase", phase.name().toLowerCase(Locale.ROOT))
        .description("Open rooms, private ones too")
        .register(registry);
  }

  private static long count(RoomDirectory rooms, String game, Phase phase) {
    return rooms.all()
        .stream()
        .map(host -> host.row().entry())
        .filter(row -> row.phase() == phase && row.game().equals(game))
        .count();
  }

  private void traffic(Traffic traffic) {
    FunctionCounter.builder("cancha.acts", traffic, Traffic::acts)
        .description("Acts that rooms were asked for")
        .register(registry);
    for (ErrorCode code : ErrorCode.values()) {
      FunctionCounter.builder("cancha.refusals", traffic, all -> all.refusals(code))
          .tags(Tags.of("code", wireName(code)))
          .description("Answers 'error'")
          .register(registry);
    }
  }

  /** As clients read it. */
  private static String wireName(ErrorCode code) {
    String json = JsonType.of(ErrorCode.class).write(code).toString();
    return json.substring(1, json.length() - 1);
  }

  private void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(registry);
  }
}
