package dev.cancha.testkit.swarm;

import dev.cancha.server.ServerConfig;
import dev.cancha.testkit.fault.FaultKind;
import dev.cancha.testkit.fault.FaultPlan;
import dev.cancha.testkit.fault.Injector;
import dev.cancha.testkit.fault.PlanDraw;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Stage;
import dev.cancha.testkit.scene.Tail;
import dev.cancha.testkit.scene.Venue;
import dev.cancha.testkit.scene.Workload;
import dev.cancha.testkit.sim.SimProcess;
import dev.cancha.testkit.sim.SimRandom;
import dev.cancha.testkit.sim.SimServer;
import dev.cancha.testkit.sim.SimWorld;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One seed. A world is made with the production server in it; workloads play while the plan goes wrong, and all must
 * be safe; then everything is healed, and all must go on and agree; then everyone leaves, and nothing may be left. The
 * run stops at the first complaint, so that the last events are those before it. Owner: the thread that runs it.
 */
public final class SwarmRun {
  private static final ServerConfig CONFIG = SimServer.config();
  /** How often judges are asked while there is play. */
  private static final Duration GLANCE = Duration.ofSeconds(1);
  /** After the heal everything must be well within this. */
  private static final Duration HEALING = Duration.ofSeconds(60);
  /** After all have left: longer than every grace, and than sessions are remembered. */
  private static final Duration GRACES = Duration.ofMinutes(25);
  /** Of a stack trace. */
  private static final int MOST_LINES = 24;

  private final SimWorld world;
  private final FaultPlan plan;
  private final Tail tail;
  private final List<Complaint> complaints = new ArrayList<>();
  private Duration played = Duration.ZERO;
  private Stage stage = Stage.FAULTS;

  private SwarmRun(SimWorld world, FaultPlan plan) {
    this.world = world;
    this.plan = plan;
    this.tail = new Tail(world);
  }

  /** The plan that {@code seed} stands for. */
  public static FaultPlan plan(Staging staging, long seed) {
    return PlanDraw.plan(new SimRandom(seed).fork("plan"), staging.workloads());
  }

  /** Runs {@code seed} with the plan that it stands for. */
  public static Verdict run(Staging staging, long seed) {
    return run(staging, seed, plan(staging, seed));
  }

  /** Runs {@code seed} with another plan. */
  public static Verdict run(Staging staging, long seed, FaultPlan plan) {
    try (SimWorld world = new SimWorld(seed)) {
      return new SwarmRun(world, plan).run(staging);
    }
  }

  private Verdict run(Staging staging) {
    List<Judge> judges = staging.judges().get();
    Injector injector = null;
    Scene scene = null;
    try {
      scene = scene(staging);
      scene.ears().add(tail);
      for (Judge judge : judges) {
        judge.begin(scene);
      }
      injector = new Injector(world, new SceneCast(scene), plan.mix().network(), tail::note);
      List<Workload> workloads = staging.play().apply(world.random("workloads"), plan.mix());
      for (Workload workload : workloads) {
        workload.start(scene);
      }
      Duration began = world.elapsed();
      injector.schedule(plan.faults());
      if (play(Duration.ofSeconds(plan.mix().seconds()), judges) && healed(injector, workloads, judges)) {
        played = world.elapsed().minus(began);
        leave(workloads, judges);
      } else {
        played = world.elapsed().minus(began);
      }
    } catch (RuntimeException | Error e) {
      complaints.add(new Complaint(Complaint.WORLD, stage, trace(e)));
    }
    return verdict(injector, scene);
  }

  private Scene scene(Staging staging) {
    SimProcess process = world.process("server", plan.mix().loops());
    plan.mix().disk().applyTo(process.disk());
    Venue venue = Venue.open(process, CONFIG, staging.ports());
    return new Scene(venue, world.random("scene"), plan.mix().framings());
  }

  private boolean healed(Injector injector, List<Workload> workloads, List<Judge> judges) {
    injector.heal();
    workloads.forEach(Workload::calm);
    return play(HEALING, judges) && content(Stage.HEALED, judges);
  }

  private void leave(List<Workload> workloads, List<Judge> judges) {
    workloads.forEach(Workload::leave);
    world.advance(GRACES);
    content(Stage.IDLE, judges);
  }

  /** Lets them play; false at the first complaint. */
  private boolean play(Duration time, List<Judge> judges) {
    for (Duration left = time; left.isPositive(); left = left.minus(GLANCE)) {
      world.advance(left.compareTo(GLANCE) < 0 ? left : GLANCE);
      if (!content(Stage.FAULTS, judges)) {
        return false;
      }
    }
    return true;
  }

  private boolean content(Stage now, List<Judge> judges) {
    stage = now;
    for (Judge judge : judges) {
      for (String sentence : judge.complaints(now)) {
        complaints.add(new Complaint(judge.name(), now, sentence));
      }
    }
    return complaints.isEmpty();
  }

  private Verdict verdict(@Nullable Injector injector, @Nullable Scene scene) {
    SortedMap<FaultKind, Integer> faults = injector == null ? new TreeMap<>() : injector.done();
    SortedMap<String, Long> reached = scene == null ? new TreeMap<>()
        : new TreeMap<>(scene.reached().counts());
    return new Verdict(world.seed(), plan, world.traceHash(), played, faults, reached, complaints,
        complaints.isEmpty() ? List.of() : tail.lines());
  }

  /** What was thrown in the world, and not the way from there to whoever ran it. */
  private static String trace(Throwable failure) {
    Throwable cause = failure.getCause();
    StringWriter text = new StringWriter();
    (cause == null ? failure : cause).printStackTrace(new PrintWriter(text));
    List<String> lines = new ArrayList<>(text.toString().lines().limit(MOST_LINES).toList());
    if (cause != null) {
      lines.addFirst(String.valueOf(failure.getMessage()));
    }
    return String.join("\n    ", lines);
  }
}
