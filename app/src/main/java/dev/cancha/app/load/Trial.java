package dev.cancha.app.load;

import dev.cancha.common.CompositionRoot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One server with its crowd, from its start to its end. Owner: the thread of the command, which waits here for what the
 * crowd does.
 */
@CompositionRoot("reads the clock, and waits on the command's thread")
final class Trial implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;
  private static final long WARM_UP_SECONDS = 3_600;

  private final Ground ground;
  private final ServerProcess server;
  private final Crowd crowd;

  private Trial(Ground ground, ServerProcess server, int rooms) {
    this.ground = ground;
    this.server = server;
    crowd = new Crowd(rooms);
  }

  /** Of one server, interval by interval. */
  record Series(Contender contender, List<Sample> samples) {
    Series {
      samples = List.copyOf(samples);
    }
  }

  /** What was measured with {@code rooms} rooms. */
  record Result(int rooms, List<Series> series) {
    Result {
      series = List.copyOf(series);
    }

    boolean has(Contender contender) {
      return series.stream().anyMatch(each -> each.contender() == contender);
    }

    private List<Sample> samples(Contender contender) {
      return series.stream()
          .filter(each -> each.contender() == contender)
          .findFirst()
          .orElseThrow()
          .samples();
    }

    /** What the CPU of {@code ours} for an act is to that of {@code theirs}. */
    Figure ratio(Contender ours, Contender theirs) {
      return Figure.ratio(samples(ours).stream().map(Sample::cpuMicrosPerAct).toList(),
          samples(theirs).stream().map(Sample::cpuMicrosPerAct).toList());
    }

    /** What a commit of {@code contender} took, by its own metrics. */
    Figure commitMillis(Contender contender) {
      return Figure.of(samples(contender).stream().mapToDouble(Sample::commitMillis));
    }

    /** How much longer {@code contender} takes for an answer than one that stores nothing. */
    Figure laterMillis(Contender contender, ToDoubleFunction<Sample.Latencies> which) {
      List<Sample> theirs = samples(Contender.OFF);
      List<Sample> ours = samples(contender);
      return Figure.of(IntStream.range(0, ours.size())
          .mapToDouble(i -> (which.applyAsDouble(ours.get(i).latencies())
              - which.applyAsDouble(theirs.get(i).latencies())) / 1e3));
    }
  }

  /** Measures all servers in turn, so that whatever else the machine does meets all alike. */
  static Result run(Plan plan, int rooms, Placement placement, Consumer<String> progress) {
    Map<Contender, Trial> trials = new EnumMap<>(Contender.class);
    Map<Contender, List<Sample>> samples = new EnumMap<>(Contender.class);
    try (Ground ground = Ground.open()) {
      for (Contender contender : plan.contenders()) {
        trials.put(contender, start(ground, contender, placement, rooms));
        samples.put(contender, new ArrayList<>());
      }
      progress.accept(rooms + " rooms: warming up");
      if (plan.warmUpActs() > 0) {
        trials.values().forEach(trial -> await(trial.play(plan.warmUpActs(), 0), WARM_UP_SECONDS));
      }
      for (int i = 1; i <= plan.intervals(); i++) {
        List<String> said = new ArrayList<>();
        trials.forEach((contender, trial) -> {
          Sample sample = trial.interval(plan, contender == Contender.DURABLE);
          Objects.requireNonNull(samples.get(contender)).add(sample);
          said.add(Report.line(contender, sample));
        });
        progress.accept(
            rooms + " rooms, interval " + i + " of " + plan.intervals() + ": " + String.join("; ", said));
      }
    } finally {
      trials.values().forEach(Trial::close);
    }
    return new Result(rooms,
        samples.entrySet().stream().map(each -> new Series(each.getKey(), each.getValue())).toList());
  }

  /** Starts a server and fills its rooms, in which nobody acts yet. */
  private static Trial start(Ground ground, Contender contender, Placement placement, int rooms) {
    Trial trial = new Trial(ground, contender.start(placement), rooms);
    try {
      trial.fill(contender, rooms);
      return trial;
    } catch (RuntimeException e) {
      trial.close();
      throw e;
    }
  }

  private void fill(Contender contender, int rooms) {
    CompletionStage<Crowd.Tally> rest = crowd.rest();
    List<Runnable> entrances = new ArrayList<>();
    for (int i = 0; i < rooms; i++) {
      int number = i;
      entrances.add(() -> new Pair(crowd, pair -> contender.entrance(pair, number)).both(this::connect));
    }
    ground.loop().execute(() -> crowd.fill(entrances));
    await(rest, PATIENCE_SECONDS);
  }

  private void connect(Player player) {
    ground.connect(player, server.port());
  }

  /** Lets the crowd play for as long as one is, and until everything is answered. */
  private Sample interval(Plan plan, boolean stores) {
    if (!stores) {
      return interval(plan);
    }
    Buckets before = Buckets.of(server.port(), Buckets.COMMITS);
    Sample sample = interval(plan);
    return sample.withCommits(Buckets.of(server.port(), Buckets.COMMITS).since(before));
  }

  private Sample interval(Plan plan) {
    CpuTime cpu = server.cpuTime();
    CpuTime clientCpu = CpuTime.of(ProcessHandle.current());
    long start = System.nanoTime();
    CompletableFuture<Crowd.Tally> played = play(Long.MAX_VALUE, plan.thinkMillis());
    try {
      played.get(plan.seconds(), TimeUnit.SECONDS);
      throw new IllegalStateException("a crowd that plays does not rest");
    } catch (TimeoutException e) {
      ground.loop().execute(crowd::pause);
    } catch (ExecutionException | InterruptedException e) {
      throw failed(e);
    }
    Crowd.Tally tally = await(played, PATIENCE_SECONDS);
    return Sample.of(tally, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
        server.cpuTime().since(cpu), CpuTime.of(ProcessHandle.current()).since(clientCpu));
  }

  private CompletableFuture<Crowd.Tally> play(long most, int thinkMillis) {
    return CompletableFuture.supplyAsync(() -> {
      crowd.play(most, thinkMillis);
      return crowd.rest();
    }, ground.loop()).thenCompose(rest -> rest);
  }

  private static Crowd.Tally await(CompletionStage<Crowd.Tally> stage, long seconds) {
    try {
      return stage.toCompletableFuture().get(seconds, TimeUnit.SECONDS);
    } catch (ExecutionException | InterruptedException e) {
      throw failed(e);
    } catch (TimeoutException e) {
      throw new LoadError("The crowd got no answer within " + seconds + " s.");
    }
  }

  static LoadError failed(Exception e) {
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      return new LoadError("The trial was interrupted.");
    }
    return e.getCause() instanceof LoadError error ? error
        : new LoadError("The crowd failed: " + e.getCause() + ".");
  }

  @Override
  public void close() {
    server.close();
  }
}
