package dev.cancha.server.api;

import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.room.Seed;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A match that is over, as the API shows it: docs/protocol says what each member means. */
record MatchEntry(String id, String game, String rules, @Nullable Boolean membersOnly, long started,
    long ended, SortedMap<Integer, Player> players, Json result, @Nullable String seed,
    @Nullable String seedHash, @Nullable String hash) {
  static final JsonType<MatchEntry> TYPE = JsonType.of(MatchEntry.class);
  private static final JsonType<Page> PAGE = JsonType.of(Page.class);

  record Player(String id, String name, @Nullable String bot) {}

  private record Page(List<MatchEntry> matches, @Nullable Long next) {}

  static Json whole(FinishedMatch match) {
    return TYPE.write(of(match, true));
  }

  static Json page(List<FinishedMatch> matches, @Nullable Long next) {
    return PAGE.write(new Page(matches.stream().map(match -> of(match, false)).toList(), next));
  }

  private static MatchEntry of(FinishedMatch match, boolean whole) {
    SortedMap<Integer, Player> players = new TreeMap<>();
    match.players()
        .forEach(player -> players.put(player.seat(), new Player(player.id(), player.name(), player.bot())));
    return new MatchEntry(match.id(), match.game(), match.rules(), match.listed() ? null : true,
        match.times().startedMillis(),
        match.times().endedMillis(), players, Json.ofChecked(match.outcome().result()),
        whole ? match.seed() : null,
        whole ? new Seed(match.seed()).hash() : null, whole ? match.outcome().hash() : null);
  }
}
