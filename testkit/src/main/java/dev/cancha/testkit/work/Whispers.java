package dev.cancha.testkit.work;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Range;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.common.game.Turn;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A game for tests, of two to four seats that all may act at any time: each holds a secret word of 32 hex digits, which
 * only it may see and which changes with each of its acts, and says a number. The match is over after
 * {@value #ACTS} acts; whoever said the most in all wins. A word in any byte of another's is a leak.
 */
public final class Whispers implements Game<Whispers.Words, Whispers.Say> {
  static final int ACTS = 16;
  private static final int DIGITS = 32;
  private static final GameInfo<Say> INFO = GameInfo.of("whispers", Say.class, Table.class)
      .title("Whispers")
      .help("Say numbers; keep your word to yourself.")
      .seats(2, 4)
      .me(Word.class)
      .events(Event.class);

  /** A seat says {@code number}; 9 is more than is allowed, so that some are refused. */
  public record Say(@Range(min = 0, max = 9) int number) {}

  /** The whole truth: seat to word and seat to what it has said in all, of the seats that still play. */
  public record Words(SortedMap<Integer, String> words, SortedMap<Integer, Integer> said, int acts) {
    public Words {
      words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
      said = Collections.unmodifiableSortedMap(new TreeMap<>(said));
    }

    Words with(int seat, String word, int number) {
      SortedMap<Integer, String> newWords = new TreeMap<>(words);
      newWords.put(seat, word);
      SortedMap<Integer, Integer> newSaid = new TreeMap<>(said);
      newSaid.merge(seat, number, Integer::sum);
      return new Words(newWords, newSaid, acts + 1);
    }

    Words without(int seat) {
      SortedMap<Integer, String> newWords = new TreeMap<>(words);
      newWords.remove(seat);
      return new Words(newWords, said, acts);
    }
  }

  /** What everyone sees. */
  public record Table(SortedMap<Integer, Integer> said, int acts) {}

  /** What a seat sees alone. */
  public record Word(String word) {}

  /** What happens. */
  public sealed interface Event {
    record Said(int seat, int number) implements Event {}
  }

  @Override
  public GameInfo<Say> info() {
    return INFO;
  }

  @Override
  public Words start(Setup setup) {
    SortedMap<Integer, String> words = new TreeMap<>();
    SortedMap<Integer, Integer> said = new TreeMap<>();
    for (int seat : setup.seats()) {
      words.put(seat, word(setup.chance()));
      said.put(seat, 0);
    }
    return new Words(words, said, 0);
  }

  @Override
  public Step<Words> act(Words state, int seat, Say act, Chance chance) {
    if (act.number() == 9) {
      return Step.refused("9 is too much: say 0 to 8");
    }
    return Step.to(state.with(seat, word(chance), act.number()), List.of(new Event.Said(seat, act.number())));
  }

  @Override
  public Step<Words> absent(Words state, int seat, Chance chance) {
    return Step.to(state.without(seat));
  }

  @Override
  public SortedSet<Integer> turn(Words state) {
    return over(state) ? Turn.nobody() : Turn.of(state.words().keySet());
  }

  @Override
  public List<Say> legal(Words state, int seat) {
    return turn(state).contains(seat) ? IntStream.range(0, 9).mapToObj(Say::new).toList() : List.of();
  }

  @Override
  public Object view(Words state) {
    return new Table(state.said(), state.acts());
  }

  @Override
  public @Nullable Object me(Words state, int seat) {
    String word = state.words().get(seat);
    return word == null ? null : new Word(word);
  }

  @Override
  public Words imagine(Words state, int seat, Chance chance) {
    SortedMap<Integer, String> words = new TreeMap<>(state.words());
    words.replaceAll((other, word) -> other == seat ? word : word(chance));
    return new Words(words, state.said(), state.acts());
  }

  @Override
  public Optional<Result> result(Words state) {
    return over(state) ? Optional.of(Result.byScore(state.said(), "allSaid")) : Optional.empty();
  }

  private static boolean over(Words state) {
    return state.acts() >= ACTS || state.words().size() < 2;
  }

  static String word(Chance chance) {
    StringBuilder word = new StringBuilder(DIGITS);
    for (int i = 0; i < DIGITS; i++) {
      word.append(Character.forDigit(chance.below(16), 16));
    }
    return word.toString();
  }
}
