package dev.cancha.common.games.dudo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which bids the seat in turn may make. Everything hangs on one number: how many dice a bid must at least name for
 * each face. A bid never names more dice than are on the table, since it could not hold.
 */
final class Raises {
  private static final List<String> SINGULAR = List.of("one", "two", "three", "four", "five", "six");
  private static final List<String> PLURAL = List.of("ones", "twos", "threes", "fours", "fives", "sixes");

  private final int total;
  private final boolean special;
  private final boolean oneDie;
  private final @Nullable StandingBid standing;

  Raises(Round round) {
    total = round.cups().total();
    special = round.special();
    oneDie = round.cups().left(round.turn()) == 1;
    standing = round.bid();
  }

  /** Every bid that is allowed, by count and then by face. */
  List<Act.Bid> all() {
    List<Act.Bid> bids = new ArrayList<>();
    for (int count = 1; count <= total; count++) {
      for (int face = 1; face <= 6; face++) {
        if (allows(count, face)) {
          bids.add(new Act.Bid(count, face));
        }
      }
    }
    return bids;
  }

  /** Why a bid is not allowed, as a sentence that says what would be; null when it is. */
  @Nullable
  String objection(Act.Bid bid) {
    if (bid.face() < 1 || bid.face() > 6) {
      return "a face is 1 to 6";
    }
    if (bid.count() < 1 || bid.count() > total) {
      return "a bid names 1 to " + total + " dice, as there are " + total + " on the table";
    }
    if (allows(bid.count(), bid.face())) {
      return null;
    }
    return standing == null
        ? "a round begins on ones only when the bidder has one die; bid on a face from 2 to 6"
        : wayUp(standing);
  }

  private boolean allows(int count, int face) {
    return count <= total && mayName(face) && count >= least(face);
  }

  private boolean mayName(int face) {
    if (standing == null) {
      return face != 1 || oneDie;
    }
    return !special || oneDie || face == standing.face();
  }

  /** The fewest dice that a bid on {@code face} names to be higher than the standing one. */
  private int least(int face) {
    if (standing == null) {
      return 1;
    }
    int count = standing.count();
    boolean fromOnes = standing.face() == 1;
    if (!special && fromOnes != (face == 1)) {
      return fromOnes ? 2 * count + 1 : (count + 1) / 2;
    }
    return face > standing.face() ? count : count + 1;
  }

  private String wayUp(StandingBid bid) {
    List<String> ways = new ArrayList<>();
    if (special && !oneDie) {
      if (bid.count() < total) {
        ways.add("more than " + dice(bid.count(), bid.face())
            + ", as only a player with one die may change the face");
      }
    } else if (bid.face() == 1 && !special) {
      if (bid.count() < total) {
        ways.add("more than " + dice(bid.count(), 1));
      }
      if (least(2) <= total) {
        ways.add("at least " + least(2) + " of another face");
      }
    } else {
      if (bid.count() < total) {
        ways.add("more than " + bid.count() + (bid.count() == 1 ? " die" : " dice"));
      }
      if (bid.face() < 6) {
        ways.add(bid.count() + " of a higher face");
      }
      if (!special) {
        ways.add("at least " + dice(least(1), 1));
      }
    }
    String over = dice(bid.count(), bid.face());
    return ways.isEmpty() ? "nothing is higher than " + over + " now: call dudo or calzo"
        : "a raise over " + over + " is " + String.join(", or ", ways);
  }

  private static String dice(int count, int face) {
    return count + " " + (count == 1 ? SINGULAR : PLURAL).get(face - 1);
  }
}
