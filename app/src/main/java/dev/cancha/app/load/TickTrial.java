package dev.cancha.app.load;

import dev.cancha.common.CompositionRoot;
import dev.cancha.common.bots.SplitMix;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One server whose rooms tick, with its crowd, from its start to its end. Owner: the thread of the command, which waits
 * here for what the crowd does.
 */
@CompositionRoot("reads the clock, and waits on the command's thread")
final class TickTrial implements AutoCloseable {
  /** The longest match, and more. */
  private static final long PATIENCE_SECONDS = 700;
  /** Rooms begin within so long, so that their ticks do not come together. */
  private static final int BEGIN_MILLIS = 1_000;
  private static final int SETTLE_MILLIS = 500;
  private static final long SEED = 1;

  private final Ground ground;
  private final ServerProcess server;
  private final TickCrowd crowd = new TickCrowd();
  private final List<Group> groups = new ArrayList<>();
  private final SplitMix chance = new SplitMix(SEED);

  TickTrial(Ground ground, ServerProcess server) {
    this.ground = ground;
    this.server = server;
  }

  TickCrowd crowd() {
    return crowd;
  }

  ServerProcess server() {
    return server;
  }

  /** Rooms of eight, who enter as {@code contender} wants it. */
  void fillWithEights(int rooms, IntFunction<Eight> eights) {
    fill(rooms, number -> {
      Eight eight = eights.apply(number);
      eight.all(player -> ground.connect(player, server.port()));
      return eight;
    });
  }

  /** Rooms of eight bots. */
  void fillWithBots(int rooms) {
    fill(rooms, _ -> {
      BotRoom room = new BotRoom(crowd);
      ground.connect(room.host(), server.port());
      return room;
    });
  }

  private void fill(int rooms, IntFunction<Group> entering) {
    List<Runnable> entrances = new ArrayList<>();
    for (int i = 0; i < rooms; i++) {
      int number = i;
      entrances.add(() -> groups.add(entering.apply(number)));
    }
    await(onLoop(() -> crowd.fill(entrances)).thenCompose(done -> done));
  }

  /** Only so many rooms are needed from here on. */
  void keep(int rooms) {
    await(onLoop(() -> {
      while (groups.size() > rooms) {
        groups.removeLast().leave();
      }
      return rooms;
    }));
  }

  /** Begins a match in every room; done, with what {@link TickCrowd#play} gives, when all are over. */
  CompletableFuture<Void> begin() {
    return onLoop(() -> {
      CompletionStage<Void> over = crowd.play(groups.size());
      groups.forEach(group -> ground.loop()
          .schedule(group::begin, chance.below(BEGIN_MILLIS), TimeUnit.MILLISECONDS));
      return over;
    }).thenCompose(over -> over);
  }

  /** One match of every room, without looking. */
  void playOnce() {
    await(begin());
  }

  /** One match of every room, and what was measured in the middle of it. */
  TickSample interval(int seconds, boolean tells) {
    Buckets before = tells ? Buckets.of(server.port(), Buckets.TICK_LATENESS) : null;
    CompletableFuture<Void> over = begin();
    pass(BEGIN_MILLIS + SETTLE_MILLIS);
    await(onLoop(crowd::tally));
    CpuTime cpu = server.cpuTime();
    CpuTime clientCpu = CpuTime.of(ProcessHandle.current());
    long start = System.nanoTime();
    pass(TimeUnit.SECONDS.toMillis(seconds));
    TickSample.Used used = new TickSample.Used(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
        server.cpuTime().since(cpu), CpuTime.of(ProcessHandle.current()).since(clientCpu));
    TickCrowd.Tally tally = await(onLoop(crowd::tally));
    await(over);
    return TickSample.of(tally, used, late(before));
  }

  private @Nullable Buckets late(@Nullable Buckets before) {
    return before == null ? null : Buckets.of(server.port(), Buckets.TICK_LATENESS).since(before);
  }

  /** Waits, unless the crowd meets with trouble. */
  void pass(long millis) {
    CompletableFuture<Void> passed = new CompletableFuture<>();
    ground.loop().schedule(() -> passed.complete(null), millis, TimeUnit.MILLISECONDS);
    await(passed);
  }

  private <T> CompletableFuture<T> onLoop(Supplier<T> what) {
    return CompletableFuture.supplyAsync(what, ground.loop());
  }

  private <T> T await(CompletableFuture<T> stage) {
    try {
      CompletableFuture.anyOf(stage, crowd.trouble().toCompletableFuture())
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return stage.join();
    } catch (ExecutionException | InterruptedException e) {
      throw Trial.failed(e);
    } catch (TimeoutException e) {
      throw new LoadError("The crowd got no answer within " + PATIENCE_SECONDS + " s.");
    }
  }

  @Override
  public void close() {
    ground.loop().execute(crowd::end);
    server.close();
  }
}
