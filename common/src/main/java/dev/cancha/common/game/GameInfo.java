package dev.cancha.common.game;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a game says of itself. A small game says what differs from the usual:
 *
 * <pre>
 *   GameInfo.of("nim", Take.class, Heaps.class).help("Take from one heap; who takes the last one wins.")
 * </pre>
 *
 * is one for two seats, turn-based, without options, events or secrets.
 *
 * @param id lowerCamelCase, 1 to 32 letters and digits, unique on a server
 * @param title for people, 1 to 40 characters
 * @param help how to play, in a few sentences
 * @param seats how many may play
 * @param tickRate how often {@link Game#tick} is called while a match runs, 1 to 60 times a second; 0 in a turn-based
 *     game, where it never is
 * @param types the records that go over the wire
 * @param settings what applies where a room's creator says nothing
 */
public record GameInfo<A>(String id, String title, String help, Seats seats, int tickRate, Types<A> types,
    Defaults settings) {
  public GameInfo {
    if (!id.matches("[a-z][A-Za-z0-9]{0,31}")) {
      throw new IllegalArgumentException(
          "game id '" + id + "' is not 1 to 32 letters and digits in lowerCamelCase");
    }
    Objects.requireNonNull(title);
    Objects.requireNonNull(help);
    Objects.requireNonNull(seats);
    Objects.requireNonNull(types);
    Objects.requireNonNull(settings);
    if (tickRate < 0 || tickRate > 60) {
      throw new IllegalArgumentException("tickRate " + tickRate + " is not 0 to 60 ticks a second");
    }
  }

  /**
   * A game of two seats, turn-based, without options, events or anything hidden, and without clocks; its title is its
   * id. The methods below change that.
   */
  public static <A> GameInfo<A> of(String id, Class<A> act, Class<?> view) {
    return new GameInfo<>(id, id, "", new Seats(2, 2), 0, new Types<>(act, new NoOptions(), view, null, null),
        Defaults.UNHURRIED);
  }

  /** The name for people. */
  public GameInfo<A> title(String newTitle) {
    return new GameInfo<>(id, newTitle, help, seats, tickRate, types, settings);
  }

  /** How to play. */
  public GameInfo<A> help(String newHelp) {
    return new GameInfo<>(id, title, newHelp, seats, tickRate, types, settings);
  }

  /** For {@code min} to {@code max} seats. */
  public GameInfo<A> seats(int min, int max) {
    return new GameInfo<>(id, title, help, new Seats(min, max), tickRate, types, settings);
  }

  /** A game that ticks so often a second, with {@link Defaults#TICKING}. */
  public GameInfo<A> ticking(int rate) {
    return new GameInfo<>(id, title, help, seats, rate, types, Defaults.TICKING);
  }

  /** With options of the class of {@code defaults}, which are what a room has whose creator gives none. */
  public GameInfo<A> options(Record defaults) {
    return with(new Types<>(types.act, defaults, types.view, types.me, types.event));
  }

  /** With something that a seat sees alone. */
  public GameInfo<A> me(Class<?> me) {
    return with(new Types<>(types.act, types.options, types.view, me, types.event));
  }

  /** With events: records of the sealed interface {@code event}, or that record alone. */
  public GameInfo<A> events(Class<?> event) {
    return with(new Types<>(types.act, types.options, types.view, types.me, event));
  }

  /** With settings of its own where a room's creator says nothing. */
  public GameInfo<A> settings(Defaults defaults) {
    return new GameInfo<>(id, title, help, seats, tickRate, types, defaults);
  }

  private GameInfo<A> with(Types<A> others) {
    return new GameInfo<>(id, title, help, seats, tickRate, others, settings);
  }

  /** There is nothing to choose. */
  public record NoOptions() {}

  /** How many seats a match may have, {@code 1 <= min <= max <= 64}. */
  public record Seats(int min, int max) {
    public Seats {
      if (min < 1 || max < min || max > 64) {
        throw new IllegalArgumentException("seats " + min + " to " + max + " are not within 1 to 64");
      }
    }
  }

  /**
   * The types that go over the wire.
   *
   * @param act what a client sends as {@code action}
   * @param options the options with their defaults: a record instance, whose class is the options' schema
   * @param view the public view
   * @param me what a single seat sees, or null where nothing is hidden
   * @param event the sealed interface of the game's events, or null where it has none
   */
  public record Types<A>(Class<A> act, Record options, Class<?> view, @Nullable Class<?> me,
      @Nullable Class<?> event) {
    public Types {
      Objects.requireNonNull(act);
      Objects.requireNonNull(options);
      Objects.requireNonNull(view);
    }
  }

  /**
   * The settings of a room whose creator gives none.
   *
   * @param turnSeconds a turn's limit in seconds, 0 for none
   * @param bankSeconds a seat's clock in seconds, 0 for none; not together with {@code turnSeconds}
   * @param incrementSeconds added to a seat's clock with each of its acts
   * @param graceSeconds how long the seat of a lost player is held in a match
   */
  public record Defaults(int turnSeconds, int bankSeconds, int incrementSeconds, int graceSeconds) {
    /** No clocks, and 600 s of grace: what a turn-based game among friends wants. */
    public static final Defaults UNHURRIED = new Defaults(0, 0, 0, 600);
    /** No clocks, and 60 s of grace: what a game that ticks wants, since it does not wait for the one who is lost. */
    public static final Defaults TICKING = new Defaults(0, 0, 0, 60);

    public Defaults {
      if (turnSeconds > 0 && bankSeconds > 0) {
        throw new IllegalArgumentException("turnSeconds and bankSeconds exclude each other");
      }
      if (turnSeconds < 0 || bankSeconds < 0 || incrementSeconds < 0 || graceSeconds < 1) {
        throw new IllegalArgumentException("a default is below its least value");
      }
    }
  }
}
