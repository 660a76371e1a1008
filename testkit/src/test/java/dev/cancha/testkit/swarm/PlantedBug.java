package dev.cancha.testkit.swarm;

import dev.cancha.common.game.Game;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.server.Ports;
import dev.cancha.server.host.Steps;
import dev.cancha.server.journal.Journal;
import dev.cancha.server.room.Outcome;
import dev.cancha.server.room.Roster;
import dev.cancha.server.room.Seqs;
import dev.cancha.server.room.RoomState;
import dev.cancha.testkit.fault.Fault;
import dev.cancha.testkit.fault.FaultKind;
import dev.cancha.testkit.fault.FaultPlan;
import dev.cancha.testkit.fault.Mix;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Ledger;
import dev.cancha.testkit.scene.Workload;
import dev.cancha.testkit.sim.SimRandom;
import dev.cancha.testkit.work.Repertoire;
import dev.cancha.testkit.work.Whispers;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Bugs that servers of this kind have had, each as a collaborator that a test puts in the place of the server's own.
 * The product has no flag for any of them. How many seeds each may take leaves room: of a hundred seeds at least
 * 40 showed the first two, 90 the silence, 70 the missing hand-off, and all of them the last two.
 */
enum PlantedBug {
  /**
   * An act that is sent again is applied again; in a game that ticks, since in others it is refused all the same, as
   * one that was decided before its turn.
   */
  DUPLICATES_ARE_ACCEPTED("exactlyOnce", "applied twice", 20, "dash") {
    @Override
    FaultPlan plan(long seed) {
      return acknowledgementsAreLost(super.plan(seed).mix(), seed);
    }

    @Override
    Ports plant(Ports usual) {
      Steps right = usual.steps();
      return usual.with((Steps) (room, state, input) -> {
        Outcome outcome = right.step(room, state, input);
        return outcome instanceof Outcome.Changed changed
            && changed.verdicts().stream().anyMatch(verdict -> verdict instanceof Outcome.Duplicate)
                ? right.step(room, forgetful(state), input)
                : outcome;
      });
    }
  },
  /** The room that a returning client names is not looked at: its revision is taken for one of the room it is in. */
  A_RESUMED_SESSION_GETS_ANOTHER_ROOMS_PATCHES("order", "in no room", 20, "wanderers") {
    @Override
    FaultPlan plan(long seed) {
      return new FaultPlan(super.plan(seed).mix(), List.of());
    }

    @Override
    Ports plant(Ports usual) {
      Map<String, String> joined = new HashMap<>();
      return Planted.beforeTheSession(usual, () -> new AnyRoomWillDo(joined));
    }
  },
  /** Silence counts as having heard something. */
  SILENCE_NEVER_ENDS_A_CONNECTION("presence", "has been gone", 10, "vanishing") {
    @Override
    Ports plant(Ports usual) {
      return Planted.beforeTheSession(usual, Hearing::new);
    }
  },
  /** Acts are handed to their session from another event loop than its own. */
  A_HAND_OFF_BETWEEN_LOOPS_IS_MISSING(Complaint.WORLD, "connection's loop", 10, "connectFour") {
    @Override
    Ports plant(Ports usual) {
      return Planted.beforeTheSession(usual, () -> new FromAnotherLoop(usual.transport().loops()));
    }
  },
  /** The public view of a game shows what each seat must keep to itself. */
  A_VIEW_SHOWS_A_SECRET("secrecy", "was told to", 5, "whispers") {
    @Override
    Ports plant(Ports usual) {
      List<Game<?, ?>> games = new ArrayList<>(usual.games());
      games.replaceAll(game -> game instanceof Whispers told ? new Indiscreet(told) : game);
      return usual.with(games);
    }
  },
  /** What is done for a room now and then goes on when the room has ended. */
  A_TIMER_OUTLIVES_ITS_ROOM("idle", "a timer", 5, "connectFour") {
    @Override
    Ports plant(Ports usual) {
      Ledger ledger = new Ledger();
      EventLoopGroup loops = usual.transport().loops();
      ledger.add((room, position, input, patch) -> {
        if (position == 1) {
          // which nobody cancels when the room ends
          loops.next().scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.MINUTES);
        }
      });
      return usual.with(ledger.before(usual.journal()));
    }
  },
  /** What a room decided is shown when it has been handed to the disk. */
  A_ROOM_PUBLISHES_BEFORE_THE_SYNC("nothingShownIsLost", "goes back", 5, "connectFour") {
    @Override
    FaultPlan plan(long seed) {
      return theDiskIsStuckAndThePowerGoes(super.plan(seed).mix());
    }

    @Override
    Ports plant(Ports usual) {
      return usual.with(PlantedJournals.publishingBeforeTheSync(usual.journal()));
    }
  },
  /** Whoever comes in or back is shown the room as it is, and not as the disk has it. */
  A_ROOM_THAT_IS_SHOWN_OUTRUNS_THE_DISK("nothingShownIsLost", "goes back", 5, "connectFour") {
    @Override
    FaultPlan plan(long seed) {
      return theDiskIsStuckAndThePowerGoes(super.plan(seed).mix());
    }

    @Override
    Ports plant(Ports usual) {
      return usual.with(PlantedJournals.showingRoomsThatOutrunTheDisk(usual.journal()));
    }
  },
  /** A snapshot is taken when an input has taken effect, and says that it has not. */
  A_SNAPSHOT_IS_TAKEN_BETWEEN_AN_INPUT_AND_ITS_PUBLICATION("replay", "folded from", 5, "dash") {
    @Override
    Ports plant(Ports usual) {
      return usual.with(PlantedJournals.takingSnapshotsTooLate(usual.journal()));
    }
  },
  /** The time of a room runs while there is no server. */
  CLOCKS_LOSE_THE_OUTAGE("time", "it cannot be more", 40, "connectFour") {
    @Override
    FaultPlan plan(long seed) {
      return theDiskIsStuckAndThePowerGoes(super.plan(seed).mix());
    }

    // those who compare with what was live would see it first
    @Override
    boolean isAsked(Judge judge) {
      return !judge.name().equals("replay");
    }

    @Override
    UnaryOperator<Ports> planting() {
      AtomicReference<UnaryOperator<Journal>> journals = new AtomicReference<>();
      return usual -> {
        journals.compareAndSet(null, PlantedJournals.losingOutages(usual.wallClock()));
        return usual.with(journals.get().apply(usual.journal()));
      };
    }
  },
  /** Ticks to which nobody had anything to say are shown and not stored. */
  A_TICK_GOES_BACK_AFTER_A_CRASH("nothingShownIsLost", "goes back", 5, "dash") {
    // a bot that acted in such a tick is missing in what is stored, also where nobody was shown it
    @Override
    boolean mayShowIn(Complaint complaint) {
      return complaint.judge().equals("replay");
    }

    @Override
    FaultPlan plan(long seed) {
      return theDiskIsStuckAndThePowerGoes(super.plan(seed).mix());
    }

    @Override
    Ports plant(Ports usual) {
      return usual.with(PlantedJournals.forgettingIdleTicks(usual.journal()));
    }
  };

  private static final int SHORT_SECONDS = 20;
  private static final int LOSSES = 12;

  private final String judge;
  private final String sentence;
  private final int seeds;
  private final String workload;

  /**
   * @param judge who must complain, and with a sentence that has {@code sentence} in it
   * @param seeds within how many it is found
   * @param workload in which it shows, alone
   */
  PlantedBug(String judge, String sentence, int seeds, String workload) {
    this.judge = judge;
    this.sentence = sentence;
    this.seeds = seeds;
    this.workload = workload;
  }

  /** For bugs that need not remember anything from process to process. */
  Ports plant(Ports usual) {
    return usual;
  }

  /** For one run. */
  UnaryOperator<Ports> planting() {
    return this::plant;
  }

  boolean isAsked(Judge judge) {
    return true;
  }

  /** As the swarm draws it, unless the bug needs faults of a certain kind, or none. */
  FaultPlan plan(long seed) {
    return SwarmRun.plan(sound(), seed);
  }

  /** A short run in which clients stop hearing, and lose their connections before they hear again. */
  private static FaultPlan acknowledgementsAreLost(Mix mix, long seed) {
    SimRandom random = new SimRandom(seed).fork("lost acknowledgements");
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < LOSSES; i++) {
      int at = random.nextInt(SHORT_SECONDS * 1_000);
      int client = random.nextInt(LOSSES);
      faults.add(new Fault(FaultKind.DEAF, at, 1_000, client, 0));
      faults.add(new Fault(FaultKind.RESET, at + 900, 0, client, 0));
    }
    return new FaultPlan(
        new Mix(SHORT_SECONDS, mix.loops(), mix.network(), mix.disk(), mix.framings(), mix.workloads()),
        faults);
  }

  /** Twice nothing is stored for a while, clients lose their connections, and then the server loses its power. */
  private static FaultPlan theDiskIsStuckAndThePowerGoes(Mix mix) {
    List<Fault> faults = new ArrayList<>();
    for (int at : List.of(6_000, 16_000)) {
      faults.add(new Fault(FaultKind.STUCK_DISK, at, 3_500, 0, 0));
      for (int client = 0; client < LOSSES; client++) {
        faults.add(new Fault(FaultKind.RESET, at + 500, 0, client, 0));
      }
      faults.add(new Fault(FaultKind.POWER_SERVER, at + 3_000, 5_000, 0, 0));
    }
    return new FaultPlan(
        new Mix(2 * SHORT_SECONDS, mix.loops(), Mix.Network.plain(), mix.disk(), mix.framings(),
            mix.workloads()),
        faults);
  }

  int seeds() {
    return seeds;
  }

  /** The runs in which it shows, without it. */
  Staging sound() {
    Staging usual = Seeds.staging();
    return new Staging(List.of(workload), (random, mix) -> workloads(random), usual.judges(), usual.ports());
  }

  private List<Workload> workloads(SimRandom random) {
    return switch (workload) {
      case "wanderers" -> List.of(new Wanderers());
      case "vanishing" -> List.of(new Vanishing());
      default -> Repertoire.play(random, List.of(workload));
    };
  }

  Staging planted() {
    Staging sound = sound();
    return new Staging(sound.workloads(), sound.play(),
        () -> sound.judges().get().stream().filter(this::isAsked).toList(), sound.ports())
        .with(planting());
  }

  /** Whether {@code complaint} may be all that a seed has to say of this bug. */
  boolean mayShowIn(Complaint complaint) {
    return false;
  }

  /** Whether {@code complaint} tells of this bug. */
  boolean foundBy(Complaint complaint) {
    return complaint.judge().equals(judge) && complaint.sentence().contains(sentence);
  }

  /** The same, but for which acts were applied. */
  private static RoomState forgetful(RoomState state) {
    Roster roster = state.roster();
    return new RoomState(state.rev(), state.position(), state.at(), state.config(),
        new Roster(roster.people(), roster.seats(), roster.host(), Seqs.NONE, roster.banned(),
            roster.arrivals()),
        state.phase(), state.phaseAt(), state.match(), state.matches(), state.shown());
  }

  /** Makes a returning client's {@code hello} name the room that its session has joined last. */
  private static final class AnyRoomWillDo extends ChannelInboundHandlerAdapter {
    private final Map<String, String> joined;
    private @Nullable String token;

    private AnyRoomWillDo(Map<String, String> joined) {
      this.joined = joined;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      Object heard = message;
      if (message instanceof ClientMessage.Hello hello && hello.token() != null) {
        token = hello.token();
        heard = new ClientMessage.Hello(hello.id(), hello.name(), hello.protocol(), hello.token(),
            joined.getOrDefault(hello.token(), hello.room()), hello.rev(), hello.auth(), hello.client());
      } else if (message instanceof ClientMessage.Join join && token != null) {
        joined.put(token, join.room());
      }
      ctx.fireChannelRead(heard);
    }
  }

  /** Tells again and again that something was read. */
  private static final class Hearing extends ChannelInboundHandlerAdapter {
    private @Nullable ScheduledFuture<?> again;

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
      again = ctx.executor().scheduleAtFixedRate(ctx::fireChannelReadComplete, 10, 10, TimeUnit.SECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
      if (again != null) {
        again.cancel(false);
      }
    }
  }

  private static final class FromAnotherLoop extends ChannelInboundHandlerAdapter {
    private final EventLoopGroup loops;

    private FromAnotherLoop(EventLoopGroup loops) {
      this.loops = loops;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      EventExecutor other = message instanceof ClientMessage.Act ? another(ctx.executor()) : ctx.executor();
      if (other.inEventLoop()) {
        ctx.fireChannelRead(message);
      } else {
        other.execute(() -> Planted.hand(ctx, message));
      }
    }

    private EventExecutor another(EventExecutor own) {
      for (EventExecutor each : loops) {
        if (!each.equals(own)) {
          return each;
        }
      }
      return own;
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
