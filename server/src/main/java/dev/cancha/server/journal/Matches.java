package dev.cancha.server.journal;

import dev.cancha.server.journal.Journal.StoredEntry;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The matches that are over, newest first. Safe for any thread; but it waits for the disk, so never on an event loop.
 * Fails with {@link Unusable}.
 */
public interface Matches {
  /** Matches that fit {@code query}. */
  Page list(Query query);

  /** The match with this id, or nothing; who may see it is the caller's business. */
  @Nullable
  FinishedMatch find(String id);

  /** Hands over the entries of a match, in order and a few at a time from the disk. */
  void inputs(String id, Consumer<StoredEntry> entries);

  /**
   * What is asked for.
   *
   * @param game only of this game; absent: of all
   * @param audience who asks
   * @param before the cursor of the page before; absent: from the newest
   * @param limit how many at most, 1 to 1,000
   */
  record Query(@Nullable String game, Audience audience, @Nullable Long before, int limit) {
    public Query {
      if (limit < 1 || limit > 1_000) {
        throw new IllegalArgumentException("limit is " + limit + ", but must be 1 to 1000");
      }
    }
  }

  /** Who asks, and so what may be shown. */
  sealed interface Audience {
    /** Listed matches. */
    record Anyone() implements Audience {}

    /** Listed matches, and those in which the session was a member. */
    record Member(String session) implements Audience {}

    /** All matches. */
    record Operator() implements Audience {}
  }

  /**
   * Some matches, newest first.
   *
   * @param next what {@link Query#before} must be to go on; absent: there are no more
   */
  record Page(List<FinishedMatch> matches, @Nullable Long next) {}
}
