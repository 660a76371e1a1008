package dev.cancha.testkit;

import dev.cancha.client.ConnectionLost;
import dev.cancha.client.Refused;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.server.ServerConfig;
import dev.cancha.server.replay.NoReplay;
import dev.cancha.testkit.fault.Cast;
import dev.cancha.testkit.fault.Fault;
import dev.cancha.testkit.fault.FaultPlan;
import dev.cancha.testkit.fault.Injector;
import dev.cancha.testkit.judge.Judges;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Stage;
import dev.cancha.testkit.scene.Tail;
import dev.cancha.testkit.scene.Venue;
import dev.cancha.testkit.sim.LinkConditions;
import dev.cancha.testkit.sim.SimProcess;
import dev.cancha.testkit.sim.SimServer;
import dev.cancha.testkit.sim.SimWorld;
import dev.cancha.testkit.store.CrashPoints.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Where a match is played: a world with the production server in it, who plays on which machine, the faults, and the
 * judges, who are asked again and again. Owner: the thread of the test.
 */
final class Arena implements Cast, AutoCloseable {
  private static final ServerConfig CONFIG = SimServer.config();
  /** How often judges are asked while there is play. */
  private static final Duration GLANCE = Duration.ofSeconds(1);
  /** An answer that takes longer than this never comes. */
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final MatchSpec spec;
  private final FaultPlan plan;
  private final SimWorld world;
  private final Scene scene;
  private final Tail tail;
  private final Injector injector;
  private final List<Judge> judges;
  private final List<Complaint> complaints = new ArrayList<>();
  /** In the order of the clients of the scene. */
  private final List<Player> owners = new ArrayList<>();
  private Stage stage = Stage.FAULTS;

  /** {@code kept}: how many of the last events are remembered. */
  Arena(MatchSpec spec, long seed, FaultPlan plan, int kept) {
    this.spec = spec;
    this.plan = plan;
    world = new SimWorld(seed);
    if (spec.twice()) {
      world.trace().keepChunks();
    }
    scene = set();
    tail = new Tail(world, kept);
    scene.ears().add(tail);
    judges = Judges.ofMatches(!spec.twice());
    judges.forEach(judge -> judge.begin(scene));
    injector = new Injector(world, this, plan.mix().network(), tail::note);
  }

  private Scene set() {
    SimProcess process = world.process("server", plan.mix().loops());
    plan.mix().disk().applyTo(process.disk());
    Venue venue = Venue.open(process, CONFIG, usual -> usual.with(spec.games()));
    return new Scene(venue, world.random("scene"), plan.mix().framings());
  }

  MatchSpec spec() {
    return spec;
  }

  FaultPlan plan() {
    return plan;
  }

  SimWorld world() {
    return world;
  }

  Scene scene() {
    return scene;
  }

  Tail tail() {
    return tail;
  }

  /** Of both directions, where nothing is wrong. */
  LinkConditions network() {
    return plan.mix().network().conditions();
  }

  /** A machine for {@code owner}. */
  SimProcess machine(String name, Player owner) {
    owners.add(owner);
    return scene.newClient(name);
  }

  void injectFaults() {
    injector.schedule(plan.faults());
  }

  void inject(List<Fault> faults) {
    if (injector.healed()) {
      throw new IllegalStateException("all faults have been healed, so none begins any more");
    }
    injector.schedule(faults);
  }

  // ------------------------------------------------------------------ time

  void advance(Duration time) {
    for (Duration left = time; left.isPositive(); left = left.minus(GLANCE)) {
      world.advance(left.compareTo(GLANCE) < 0 ? left : GLANCE);
      check();
    }
  }

  /** Runs until {@code done} or until {@code most} has passed; which of the two. */
  boolean reaches(BooleanSupplier done, Duration most) {
    for (Duration left = most; left.isPositive(); left = left.minus(GLANCE)) {
      boolean reached = world.reaches(done, left.compareTo(GLANCE) < 0 ? left : GLANCE);
      check();
      if (reached) {
        return true;
      }
    }
    return done.getAsBoolean();
  }

  /** Runs until {@code answer} is there; {@code what} says of whom what was asked, for the failure. */
  <T> T await(String what, CompletionStage<T> answer) {
    boolean answered = reaches(answer.toCompletableFuture()::isDone, ANSWER);
    world.advance(Duration.ZERO); // who is told in the same instant hears it too
    if (!answered) {
      throw new AssertionError(what + ": no answer within " + ANSWER);
    }
    try {
      return answer.toCompletableFuture().getNow(null);
    } catch (CompletionException failed) {
      throw new AssertionError(what + ": " + failed.getCause(), failed.getCause());
    }
  }

  /** Asks again for as long as it is the server's disk, or the lack of a server, that is in the way. */
  <T> T insist(String what, Supplier<CompletionStage<T>> question) {
    for (Duration left = ANSWER; left.isPositive(); left = left.minus(GLANCE)) {
      CompletableFuture<T> answer = question.get().toCompletableFuture();
      reaches(answer::isDone, ANSWER);
      if (!answer.isCompletedExceptionally() || !isToBeAskedAgain(answer.exceptionNow())) {
        return await(what, answer);
      }
      advance(GLANCE);
    }
    return await(what, question.get());
  }

  private static boolean isToBeAskedAgain(Throwable failure) {
    return failure instanceof ConnectionLost
        || (failure instanceof Refused refused && refused.code() == ErrorCode.INTERNAL);
  }

  // ------------------------------------------------------------------ what is wrong

  /** Something is wrong; the run ends at the next glance. */
  void complain(String judge, String sentence) {
    complaints.add(new Complaint(judge, stage, sentence));
  }

  /** Asks the judges; throws at the first complaint, so that the last events are those before it. */
  void check() {
    for (Judge judge : judges) {
      for (String sentence : judge.complaints(stage)) {
        complain(judge.name(), sentence);
      }
    }
    if (!complaints.isEmpty()) {
      throw new Complained(complaints);
    }
  }

  /** Every fault is over, and whoever is down comes up. */
  void heal() {
    injector.heal();
    scene.venue().revive();
    owners.forEach(Player::revive);
  }

  void judge(Stage next) {
    stage = next;
    check();
    stage = Stage.FAULTS;
  }

  /** What a judge found. */
  record Complaint(String judge, Stage stage, String sentence) {
    @Override
    public String toString() {
      return judge + ": " + sentence;
    }
  }

  /** Ends a run in which something is wrong. */
  static final class Complained extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final String judge;

    Complained(List<Complaint> complaints) {
      super(String.join("\n  ", complaints.stream().map(Complaint::toString).toList()));
      judge = complaints.getFirst().judge();
    }

    String judge() {
      return judge;
    }
  }

  /** What the disk of the server has of the match, as a replay. */
  byte[] replay() throws NoReplay {
    return LastMatch.replay(scene.venue().store(), spec.rules());
  }

  // ------------------------------------------------------------------ who can be hit by faults

  @Override
  public List<SimProcess> clients() {
    return scene.clients();
  }

  @Override
  public SimProcess server() {
    return scene.server().process();
  }

  @Override
  public boolean crash(int index, SimProcess.Crash how) {
    return scene.crash(clients().get(index), how);
  }

  @Override
  public void revive(int index) {
    scene.revived(clients().get(index));
    owners.get(index).revive();
  }

  /** Ends the server's process now; another one begins after {@code outage}. */
  void crashServer(SimProcess.Crash how, Duration outage) {
    tail.note("the server is down for " + outage + ": " + how);
    if (!crashServer(Moment.AT_ONCE, how)) {
      throw new IllegalStateException("the server is down already");
    }
    world.after(outage, this::reviveServer);
  }

  @Override
  public boolean crashServer(Moment moment, SimProcess.Crash how) {
    return scene.venue().crash(moment, how);
  }

  @Override
  public void reviveServer() {
    scene.venue().revive();
  }

  @Override
  public void close() {
    world.close();
  }
}
