package dev.cancha.common.games.dudo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Step;
import dev.cancha.common.games.TestChance;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A match set up by hand, in round 7: each seat's dice as digits, {@code ""} for a seat that is out. */
record Scene(List<String> hands, int turn, @Nullable StandingBid bid, @Nullable Integer specialOf) {
  private static final Dudo GAME = new Dudo();

  /** Seat 0 is in turn and begins an ordinary round. */
  static Scene of(String... hands) {
    return new Scene(List.of(hands), 0, null, null);
  }

  Scene turn(int seat) {
    return new Scene(hands, seat, bid, specialOf);
  }

  /** Whose bid stands; the next seat is in turn. */
  Scene bid(int seat, int count, int face) {
    return new Scene(hands, cups().inAfter(seat), new StandingBid(seat, count, face), specialOf);
  }

  Scene special(int seat) {
    return new Scene(hands, turn, bid, seat);
  }

  Match match() {
    List<Integer> out = new ArrayList<>();
    TreeSet<Integer> hadOne = new TreeSet<>();
    for (int seat = 0; seat < hands.size(); seat++) {
      if (hands.get(seat).isEmpty()) {
        out.add(seat);
      } else if (hands.get(seat).length() == 1) {
        hadOne.add(seat);
      }
    }
    return new Match(new Round(7, specialOf, cups(), turn, bid), null, hadOne, out);
  }

  private Cups cups() {
    SortedMap<Integer, List<Integer>> dice = new TreeMap<>();
    for (int seat = 0; seat < hands.size(); seat++) {
      dice.put(seat, hands.get(seat).chars().mapToObj(digit -> digit - '0').toList());
    }
    return new Cups(dice);
  }

  Step.Accepted<Match> dudo() {
    return accepted(match(), new Act.Call(Act.Kind.DUDO));
  }

  Step.Accepted<Match> calzo() {
    return accepted(match(), new Act.Call(Act.Kind.CALZO));
  }

  Step<Match> bids(int count, int face) {
    return GAME.act(match(), turn, new Act.Bid(count, face), chance());
  }

  /** The sentence with which a bid is refused, or {@code "accepted"}. */
  String answerTo(int count, int face) {
    return bids(count, face) instanceof Step.Refused<Match>(String reason) ? reason : "accepted";
  }

  Step.Accepted<Match> absent(int seat) {
    Step<Match> step = GAME.absent(match(), seat, chance());
    assertThat(step).isInstanceOf(Step.Accepted.class);
    return (Step.Accepted<Match>) step;
  }

  static Step.Accepted<Match> accepted(Match match, Act act) {
    Step<Match> step = GAME.act(match, match.round().turn(), act, chance());
    assertThat(step).isInstanceOf(Step.Accepted.class);
    return (Step.Accepted<Match>) step;
  }

  private static Chance chance() {
    return new TestChance(7);
  }
}
