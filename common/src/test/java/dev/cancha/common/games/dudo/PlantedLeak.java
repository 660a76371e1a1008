package dev.cancha.common.games.dudo;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Dudo with one fault: a way in which rules can show what they should hide, or fail to say what is hidden. */
public enum PlantedLeak implements Game<Match, Act> {
  /** The view shows a die of another seat. */
  A_DIE_IN_THE_VIEW("by the view") {
    @Override
    public Object view(Match state) {
      return new Marked(DUDO.view(state), state.round().cups().of(0));
    }
  },
  /** One bit: whether the number of twos is odd. */
  A_BIT_IN_THE_VIEW("by the view") {
    @Override
    public Object view(Match state) {
      Table table = DUDO.view(state);
      boolean odd = state.round().cups().showing(2, false) % 2 == 1;
      return new Table(table.dice(), table.bid(), table.round(), odd, table.reveal(), table.verdict());
    }
  },
  /** The neighbour's dice are in the own hand. */
  THE_NEIGHBOURS_DICE_IN_THE_HAND("by the me") {
    @Override
    public @Nullable Object me(Match state, int seat) {
      return DUDO.me(state, state.round().cups().inAfter(seat));
    }
  },
  /** The event of a bid depends on whether it holds. */
  WHETHER_IT_HOLDS_IN_THE_EVENT_OF_A_BID("by the events") {
    @Override
    List<Record> events(Match before, Match after, List<Record> events) {
      StandingBid bid = after.round().bid();
      boolean holds = bid != null && after.round().cups().showing(bid.face(), true) >= bid.count();
      return holds ? with(events, new Event.DieWon(bid.seat())) : events;
    }
  },
  /** The event of a new round depends on the dice that were thrown for it. */
  FRESH_DICE_IN_THE_EVENT_OF_A_ROUND("by the events") {
    @Override
    List<Record> events(Match before, Match after, List<Record> events) {
      boolean began = after.round().number() > before.round().number();
      return began ? with(events, new Event.DieWon(after.round().cups().showing(6, false))) : events;
    }
  },
  /** The order of the events depends on the next seat's first die. */
  THE_ORDER_OF_EVENTS("by the events") {
    @Override
    List<Record> events(Match before, Match after, List<Record> events) {
      List<Integer> hand = after.round().cups().of(after.round().turn());
      return !hand.isEmpty() && hand.getFirst() > 3 ? events.reversed() : events;
    }
  },
  /** A seat with a six may always act. */
  A_SIX_IN_THE_TURN("by the turn") {
    @Override
    public SortedSet<Integer> turn(Match state) {
      SortedSet<Integer> turn = new TreeSet<>(DUDO.turn(state));
      state.round().cups().dice().forEach((seat, hand) -> {
        if (hand.contains(6) && !state.over()) {
          turn.add(seat);
        }
      });
      return turn;
    }
  },
  /** Hopeless calls are not listed. */
  ONLY_RIGHT_CALLS_ARE_LEGAL("by the legal") {
    @Override
    public List<Act> legal(Match state, int seat) {
      StandingBid bid = state.round().bid();
      return DUDO.legal(state, seat)
          .stream()
          .filter(act -> bid == null || !(act instanceof Act.Call)
              || state.round().cups().showing(bid.face(), true) < bid.count())
          .toList();
    }
  },
  /** The sentence that refuses a bid knows how many there are. */
  A_HINT_IN_THE_REFUSAL("by the refusal") {
    @Override
    public Step<Match> act(Match state, int seat, Act act, Chance chance) {
      return switch (DUDO.act(state, seat, act, chance)) {
        case Step.Refused<Match>(String reason) ->
          Step.refused(reason + "; there are " + state.round().cups().showing(3, true) + " threes");
        case Step<Match> other -> other;
      };
    }
  },
  /** The seat whose state is imagined would see other dice of its own. */
  OWN_DICE_IMAGINED("by the me") {
    @Override
    public Match imagine(Match state, int seat, Chance chance) {
      return DUDO.imagine(state, -1, chance);
    }
  },
  /** The true state is handed out as an imagined one. */
  NOTHING_IMAGINED("never changes what is hidden") {
    @Override
    public Match imagine(Match state, int seat, Chance chance) {
      return state;
    }
  },
  /** All dice but those of seat 1 are imagined. */
  ONE_SEAT_NEVER_IMAGINED("[seat 1 as a spectator imagines it, seat 1 as seat 0 imagines it") {
    @Override
    public Match imagine(Match state, int seat, Chance chance) {
      Match imagined = DUDO.imagine(state, seat, chance);
      SortedMap<Integer, List<Integer>> dice = new TreeMap<>(imagined.round().cups().dice());
      dice.put(1, state.round().cups().of(1));
      return imagined.in(imagined.round().with(new Cups(dice)));
    }
  };

  private static final Dudo DUDO = new Dudo();

  private final String found;

  PlantedLeak(String found) {
    this.found = found;
  }

  /** What the failure that finds it says. */
  public String found() {
    return found;
  }

  /** A view with something more. */
  record Marked(Table table, List<Integer> dice) {}

  List<Record> events(Match before, Match after, List<Record> events) {
    return events;
  }

  private static List<Record> with(List<Record> events, Record more) {
    List<Record> all = new ArrayList<>(events);
    all.add(more);
    return all;
  }

  private Step<Match> told(Match before, Step<Match> step) {
    return step instanceof Step.Accepted<Match>(Match after, List<Record> events)
        ? Step.to(after, events(before, after, events))
        : step;
  }

  @Override
  public GameInfo<Act> info() {
    return DUDO.info();
  }

  @Override
  public Match start(Setup setup) {
    return DUDO.start(setup);
  }

  @Override
  public Step<Match> act(Match state, int seat, Act act, Chance chance) {
    return told(state, DUDO.act(state, seat, act, chance));
  }

  @Override
  public Step<Match> absent(Match state, int seat, Chance chance) {
    return told(state, DUDO.absent(state, seat, chance));
  }

  @Override
  public SortedSet<Integer> turn(Match state) {
    return DUDO.turn(state);
  }

  @Override
  public List<Act> legal(Match state, int seat) {
    return DUDO.legal(state, seat);
  }

  @Override
  public Object view(Match state) {
    return DUDO.view(state);
  }

  @Override
  public @Nullable Object me(Match state, int seat) {
    return DUDO.me(state, seat);
  }

  @Override
  public Match imagine(Match state, int seat, Chance chance) {
    return DUDO.imagine(state, seat, chance);
  }

  @Override
  public Optional<Result> result(Match state) {
    return DUDO.result(state);
  }
}
