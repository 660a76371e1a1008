package dev.cancha.server.room;

import dev.cancha.common.game.Game;
import dev.cancha.common.game.Result;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.json.TruthType;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Phase;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The one canonical encoding of the states of one game's rooms: JSON, with the members in the order of the records
 * below, and all keys sorted. What a state shows is not in it, since it follows from the rest. Immutable.
 */
final class StateForm<S> {
  private static final JsonType<Image> IMAGE = JsonType.of(Image.class);
  private static final JsonType<MatchImage> MATCH = JsonType.of(MatchImage.class);

  private final ConfigForm configs;
  private final Play<S, ?> play;
  /** Absent where the game's states cannot be read back. */
  private final @Nullable JsonType<S> truths;

  /**
   * A {@link RoomState}.
   *
   * @param seqs session to the highest act that was applied
   * @param own the seats that see what is theirs alone: after a match not all of its seats
   */
  private record Image(long rev, long position, long at, ConfigForm.Image config, List<Person> people,
      SortedMap<Integer, Seat> seats, @Nullable SessionId host, SortedMap<String, Long> seqs,
      List<SessionId> banned, long arrivals, Phase phase, long phaseAt, @Nullable MatchImage match,
      int matches,
      SortedSet<Integer> own) {}

  /**
   * A {@link Match}. Holds no sessions, so that a replay without them leads to the same.
   *
   * @param era absent where the match has only one
   */
  private record MatchImage(Match.Plan plan, Json truth, SortedMap<Integer, Long> turns,
      SortedSet<Integer> gone,
      @Nullable Clocks clocks, @Nullable Result result, long time, @Nullable Long era) {}

  /** All of a state but what it shows. */
  record Parts(long rev, long position, long at, RoomConfig config, Roster roster, Phase phase, long phaseAt,
      @Nullable Match match, int matches, SortedSet<Integer> own) {
    RoomState shown(Shown shown) {
      return new RoomState(rev, position, at, config, roster, phase, phaseAt, match, matches, shown);
    }
  }

  StateForm(Game<S, ?> game, Play<S, ?> play) {
    configs = new ConfigForm(game.info());
    this.play = play;
    truths = TruthType.of(game);
  }

  boolean readable() {
    return truths != null;
  }

  @Nullable
  Json write(RoomState state) {
    if (truths == null) {
      return null;
    }
    Roster roster = state.roster();
    SortedMap<String, Long> seqs = new TreeMap<>();
    roster.seqs().toMap().forEach((session, seq) -> seqs.put(session.text(), seq));
    return IMAGE.write(new Image(state.rev(), state.position(), state.at(), configs.image(state.config()),
        List.copyOf(roster.people().values()), roster.seats(), roster.host(), seqs,
        List.copyOf(roster.banned()), roster.arrivals(), state.phase(), state.phaseAt(),
        state.match() == null ? null : image(state.match(), truths.write(play.truth(state.match()))),
        state.matches(), new TreeSet<>(state.shown().mes().keySet())));
  }

  Parts read(Json written) {
    if (truths == null) {
      throw new IllegalArgumentException("states of this game cannot be read back");
    }
    Image image = IMAGE.read(written);
    SortedMap<SessionId, Person> people = new TreeMap<>();
    image.people.forEach(person -> people.put(person.session(), person));
    SortedMap<SessionId, Long> seqs = new TreeMap<>();
    image.seqs.forEach((session, seq) -> seqs.put(new SessionId(session), seq));
    Roster roster = new Roster(people, new TreeMap<>(image.seats), image.host, Seqs.of(seqs),
        new TreeSet<>(image.banned),
        image.arrivals);
    MatchImage last = image.match;
    Match match = last == null ? null
        : new Match(last.plan, truths.read(last.truth), new TreeMap<>(last.turns), new TreeSet<>(last.gone),
            last.clocks, last.result, last.time, last.era == null ? 0 : last.era);
    return new Parts(image.rev, image.position, image.at, configs.config(image.config), roster, image.phase,
        image.phaseAt, match, image.matches, image.own);
  }

  String hash(Match match) {
    Json truth = truths == null ? view(play.view(match)) : truths.write(play.truth(match));
    return sha256(MATCH.write(image(match, truth)));
  }

  /** 64 hex digits. */
  static String sha256(Json json) {
    return HexFormat.of().formatHex(Seed.sha256().digest(json.utf8()));
  }

  private static MatchImage image(Match match, Json truth) {
    return new MatchImage(match.plan(), truth, match.turns(), match.gone(), match.clocks(), match.result(),
        match.time(), match.era() == 0 ? null : match.era());
  }

  @SuppressWarnings("unchecked") // a value's class is the class of its type
  private static <V> Json view(V view) {
    return JsonType.of((Class<V>) view.getClass()).write(view);
  }
}
