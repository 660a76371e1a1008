package dev.cancha.server.host;

import dev.cancha.server.room.Person;
import dev.cancha.server.room.Roster;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells the room who watches, when that changes, and at most once in a while. Owner: the room's event loop. */
final class Watchers {
  private final RoomHost host;
  private final Audience audience;
  private final long intervalMillis;
  private long toldAt;
  private long changedRev;
  private @Nullable ScheduledFuture<?> later;

  Watchers(RoomHost host, Audience audience, long intervalMillis) {
    this.host = host;
    this.audience = audience;
    this.intervalMillis = intervalMillis;
    toldAt = -intervalMillis;
  }

  /** The revision that was shown when the watchers last changed. */
  long changedRev() {
    return changedRev;
  }

  @SuppressWarnings("ReferenceEquality") // the same people need not be compared
  void changed(Roster before, Roster after) {
    if (before.people() == after.people() || watching(before).equals(watching(after))) {
      return;
    }
    changedRev = audience.released().rev();
    long wait = toldAt + intervalMillis - host.now();
    if (wait <= 0) {
      tell();
    } else if (later == null) {
      later = host.loop().schedule(() -> host.run(this::tell), wait, TimeUnit.MILLISECONDS);
    }
  }

  void close() {
    if (later != null) {
      later.cancel(false);
      later = null;
    }
  }

  private void tell() {
    later = null;
    toldAt = host.now();
    audience.note(host.renderer().spectators(audience.released()));
  }

  private static List<String> watching(Roster roster) {
    return roster.everyone().stream().filter(person -> person.seat() == null).map(Person::id).toList();
  }
}
