package dev.cancha.app.match;

import dev.cancha.server.room.Seed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Who plays whom, from which seed, on which seats: all of it follows from the league's arguments. Each combination of
 * bots that fills the seats (a pairing, where there are two) plays {@code games} matches. With {@code swap} they play
 * each seed as often as there are seats, moving up by one seat each time, so that who begins is nobody's luck. The
 * rounds of all combinations alternate: a league that is stopped early is a smaller league. Immutable.
 *
 * @param seed of the league
 * @param bots how many there are
 * @param seats of a match
 * @param games how many matches each combination plays
 * @param swap whether seats are swapped
 */
record Schedule(long seed, int bots, int seats, int games, boolean swap) {
  /** So many results fit into memory and into the patience of anybody. */
  static final int MOST = 1_000_000;
  private static final long TOO_MANY = 1_000_000_000_000L;
  private static final int SEED_BYTES = 16;

  Schedule {
    if (seats < 1 || seats > bots || games < 1) {
      throw new IllegalArgumentException(bots + " bots on " + seats + " seats, " + games + " games");
    }
  }

  /** How many combinations there are; a large number where they are too many. */
  long combinations() {
    return choose(bots, seats);
  }

  /** How many matches there are, {@link #MOST} at most if anyone is to play them. */
  long total() {
    return combinations() * games;
  }

  /** How many matches a seed is played by one combination. */
  int turns() {
    return swap ? seats : 1;
  }

  /** {@code number} from 1 to {@link #total}. */
  Fixture fixture(int number) {
    int combinations = (int) combinations();
    int index = number - 1;
    int round = index / (combinations * turns());
    int within = index - round * combinations * turns();
    int turns = Math.min(turns(), games - round * turns()); // the last round may be shorter
    int combination = within / turns;
    int turn = within % turns;
    List<Integer> chosen = combination(combination);
    List<Integer> seated = new ArrayList<>(seats);
    for (int seat = 0; seat < seats; seat++) {
      seated.add(chosen.get((seat + turn) % seats));
    }
    int group = round * combinations + combination;
    return new Fixture(number, group, List.copyOf(seated), drawn("match " + group));
  }

  /** The last number of the round in which {@code number} is. */
  int lastOfGroup(int number) {
    int combinations = (int) combinations();
    int round = (number - 1) / (combinations * turns());
    int within = number - 1 - round * combinations * turns();
    int turns = Math.min(turns(), games - round * turns());
    return number - within % turns + turns - 1;
  }

  /** Combinations in the order of dictionaries: 01, 02, 03, 12, 13, 23. */
  private List<Integer> combination(int index) {
    List<Integer> chosen = new ArrayList<>(seats);
    long left = index;
    int next = 0;
    for (int taken = 0; taken < seats; next++) {
      long with = choose(bots - next - 1, seats - taken - 1);
      if (left < with) {
        chosen.add(next);
        taken++;
      } else {
        left -= with;
      }
    }
    return chosen;
  }

  private static long choose(int of, int count) {
    long ways = 1;
    for (int i = 0; i < Math.min(count, of - count) && ways < TOO_MANY; i++) {
      ways = ways * (of - i) / (i + 1);
    }
    return ways;
  }

  /** What one seat of a match draws its chance from. */
  long chanceOf(Fixture fixture, int seat) {
    return Long.parseUnsignedLong(drawn("seat " + seat + " of " + fixture.number()).hex().substring(0, 16),
        16);
  }

  private Seed drawn(String what) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256")
          .digest(("cancha league " + seed + ", " + what).getBytes(StandardCharsets.UTF_8));
      return new Seed(HexFormat.of().formatHex(digest, 0, SEED_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
