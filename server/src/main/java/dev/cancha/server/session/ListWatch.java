package dev.cancha.server.session;

import dev.cancha.common.message.ServerMessage.RoomEntry;
import dev.cancha.common.message.ServerMessage.Rooms;
import dev.cancha.server.lobby.Lobby;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Sends the list of rooms again when it has changed, at most once in a while. Owner: the event loop of the
 * session's connection; only the news that something changed comes from other threads.
 */
final class ListWatch {
  private final Session session;
  private final Lobby lobby;
  private final AtomicBoolean stale = new AtomicBoolean();
  private final Runnable changed = this::changed;
  private boolean watching;
  private @Nullable String game;
  private List<RoomEntry> last = List.of();
  private @Nullable ScheduledFuture<?> alarm;
  private long nextNanos;

  ListWatch(Session session, Lobby lobby) {
    this.session = session;
    this.lobby = lobby;
  }

  /** From now on; gives the list to begin with. What changes while it is made is news already. */
  List<RoomEntry> start(@Nullable String onlyGame) {
    game = onlyGame;
    watching = true;
    nextNanos = session.nowNanos() + lobby.limits().watchInterval().toNanos();
    lobby.directory().watch(changed);
    last = lobby.list(onlyGame);
    return last;
  }

  void stop() {
    watching = false;
    lobby.directory().unwatch(changed);
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
      // nobody else does, and while it is set no change is news
      stale.set(false);
    }
  }

  private void changed() {
    if (stale.compareAndSet(false, true)) {
      session.loop().execute(this::plan);
    }
  }

  private void plan() {
    if (!watching) {
      stale.set(false);
    } else if (alarm == null) {
      long wait = Math.max(0, nextNanos - session.nowNanos());
      alarm = session.loop().schedule(this::tell, wait, TimeUnit.NANOSECONDS);
    }
  }

  private void tell() {
    alarm = null;
    stale.set(false);
    if (!watching) {
      return;
    }
    nextNanos = session.nowNanos() + lobby.limits().watchInterval().toNanos();
    List<RoomEntry> now = lobby.list(game);
    if (!session.connection().isWritable()) {
      changed();
    } else if (!now.equals(last)) {
      last = now;
      session.send(new Rooms(null, now));
      session.flush();
    }
  }
}
