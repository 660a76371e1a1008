package dev.cancha.server.host;

import dev.cancha.common.game.Game;
import dev.cancha.server.journal.Journal.Depth;
import dev.cancha.server.journal.Journal.Recovered;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the rooms again that a process before this one had open. They are read some hundred at a time, while those
 * before are folded, each on the event loop that will own it. A room that cannot be folded is set aside, and the others
 * come back all the same. Lives for one start; any thread.
 */
public final class Reopening {
  private static final Logger LOG = LoggerFactory.getLogger(Reopening.class);
  private static final int CHUNK = 256;

  private final Map<String, Game<?, ?>> games;
  private final RoomLimits limits;
  private final EventLoopGroup loops;
  private final RoomPorts ports;

  /** How it went: rooms that are open again, had ended, cannot be opened now, and are set aside. */
  public record Count(int open, int ended, int left, int aside) {
    private static final Count NONE = new Count(0, 0, 0, 0);

    private Count plus(Count other) {
      return new Count(open + other.open, ended + other.ended, left + other.left, aside + other.aside);
    }
  }

  /** What became of one room. */
  private record Fate(Count count, @Nullable RoomHost host) {}

  /** {@code games} by their ids. */
  public Reopening(Map<String, Game<?, ?>> games, RoomLimits limits, EventLoopGroup loops, RoomPorts ports) {
    this.games = games;
    this.limits = limits;
    this.loops = loops;
    this.ports = ports;
  }

  /** Done when all rooms are back. Fails where the journal cannot be read. */
  public CompletionStage<Count> run() {
    return ports.journal().rooms().thenCompose(rooms -> {
      List<List<String>> chunks = new ArrayList<>();
      for (int from = 0; from < rooms.size(); from += CHUNK) {
        chunks.add(List.copyOf(rooms.subList(from, Math.min(from + CHUNK, rooms.size()))));
      }
      CompletableFuture<Count> all = new CompletableFuture<>();
      next(new Progress(chunks, all), 0, read(chunks, 0), Count.NONE);
      return all;
    });
  }

  private record Progress(List<List<String>> chunks, CompletableFuture<Count> all) {}

  private @Nullable CompletionStage<List<Recovered>> read(List<List<String>> chunks, int index) {
    return index < chunks.size() ? ports.journal().reopen(chunks.get(index), Depth.SNAPSHOT) : null;
  }

  private void next(Progress progress, int index, @Nullable CompletionStage<List<Recovered>> reading,
      Count before) {
    if (reading == null) {
      progress.all.complete(before);
      return;
    }
    reading.thenCompose(found -> {
      CompletionStage<List<Recovered>> after = read(progress.chunks, index + 1);
      return fold(found).thenAccept(count -> next(progress, index + 1, after, before.plus(count)));
    }).exceptionally(failed -> {
      progress.all.completeExceptionally(failed);
      return null;
    });
  }

  /** Folds a chunk, and lists its rooms in the order in which they were opened. */
  private CompletionStage<Count> fold(List<Recovered> chunk) {
    List<CompletableFuture<Fate>> fates = new ArrayList<>();
    chunk.forEach(recovered -> fates.add(fold(recovered)));
    return CompletableFuture.allOf(fates.toArray(CompletableFuture[]::new)).thenApply(done -> {
      Count sum = Count.NONE;
      for (CompletableFuture<Fate> each : fates) {
        Fate fate = each.resultNow();
        sum = sum.plus(fate.count);
        if (fate.host != null && !fate.host.lost()) {
          ports.listing().changed(fate.host);
        }
      }
      return sum;
    });
  }

  private CompletableFuture<Fate> fold(Recovered recovered) {
    CompletableFuture<Fate> fate = new CompletableFuture<>();
    switch (recovered) {
      case Recovered.Unreadable unreadable -> {
        LOG.error("room {} cannot be read, and stays where it is: {}", unreadable.room(),
            unreadable.reason());
        fate.complete(new Fate(new Count(0, 0, 1, 0), null));
      }
      case Recovered.Found found -> {
        Game<?, ?> game = games.get(found.opening().game());
        if (game == null) {
          LOG.warn("room {} is of the game {}, which is not on offer: it comes back when that does",
              found.room(),
              found.opening().game());
          fate.complete(new Fate(new Count(0, 0, 1, 0), null));
        } else if (Folding.otherRules(found, game)) {
          deeper(found, game, fate);
        } else {
          fold(found, game, fate);
        }
      }
    }
    return fate;
  }

  /** Under other rules the room is folded from before its match. */
  private void deeper(Recovered.Found found, Game<?, ?> game, CompletableFuture<Fate> fate) {
    ports.journal().reopen(List.of(found.room()), Depth.BASE).whenComplete((again, failed) -> {
      if (again != null && !again.isEmpty() && again.getFirst() instanceof Recovered.Found whole) {
        fold(whole, game, fate);
      } else {
        LOG.error("room {} cannot be read from before its match, and stays where it is", found.room(),
            failed);
        fate.complete(new Fate(new Count(0, 0, 1, 0), null));
      }
    });
  }

  /** On the loop that will own it. What a foreign game does with that is no more than its own room's affair. */
  private void fold(Recovered.Found stored, Game<?, ?> game, CompletableFuture<Fate> fate) {
    if (ports.foreign().owns(game.info().id())) {
      new ForeignTask(ports.foreign(), game.info().id(),
          (there, done) -> {
            Fate opened = open(stored, game, new Tenancy(there));
            done.run();
            fate.complete(opened);
            comeBack(opened);
          },
          () -> fate.complete(aside(stored, new Folding.Failed("its rules did not come to an end", null))))
          .begin();
    } else {
      EventLoop loop = loops.next();
      loop.execute(() -> {
        Fate opened = open(stored, game, new OwnLoop(loop));
        comeBack(opened);
        fate.complete(opened);
      });
    }
  }

  private static void comeBack(Fate opened) {
    if (opened.host != null) {
      opened.host.comeBack();
    }
  }

  private Fate open(Recovered.Found stored, Game<?, ?> game, Home home) {
    try {
      Folded found = Folding.fold(stored, game);
      home.requireHere();
      if (found == null) {
        stored.log().close();
        return new Fate(new Count(0, 1, 0, 0), null);
      }
      RoomHost host = new RoomHost(found, limits, home, ports);
      if (!host.claims(found.state().config().code())) {
        throw new Folding.Failed("its code " + found.state().config().code() + " is another room's", null);
      }
      return new Fate(new Count(1, 0, 0, 0), host);
    } catch (Folding.Failed e) {
      return aside(stored, e);
    }
  }

  private static Fate aside(Recovered.Found stored, Folding.Failed why) {
    LOG.error("room {} of {} is set aside: {}", stored.room(), stored.opening().game(), why.getMessage(),
        why);
    stored.log().setAside(String.valueOf(why.getMessage()));
    return new Fate(new Count(0, 0, 0, 1), null);
  }
}
