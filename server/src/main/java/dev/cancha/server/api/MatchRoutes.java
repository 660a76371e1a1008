package dev.cancha.server.api;

import dev.cancha.common.game.Game;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Matches;
import dev.cancha.server.journal.Matches.Audience;
import dev.cancha.server.journal.Matches.Page;
import dev.cancha.server.journal.Matches.Query;
import dev.cancha.server.journal.Unusable;
import dev.cancha.server.net.HttpCall;
import dev.cancha.server.net.HttpReply;
import dev.cancha.server.net.HttpRoute;
import dev.cancha.server.room.SessionId;
import dev.cancha.server.session.Tokens;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches that are over: a list of them, each one, its replay, and what that shows. What is read from the disk is read
 * on an executor that may block and may reject, and matches are played again on others, since that runs the code of
 * games; a match that one may not see is not there. Immutable.
 */
public final class MatchRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(MatchRoutes.class);
  private static final String ROOT = "/api/matches";
  private static final String JSON = "application/json; charset=utf-8";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");
  private static final int USUAL = 20;
  private static final int MOST = 100;
  private static final HttpReply BUSY = HttpReply
      .text(HttpResponseStatus.SERVICE_UNAVAILABLE, "busy: try again")
      .with("retry-after", "1");
  private static final HttpReply MALFORMED = HttpReply
      .text(HttpResponseStatus.UNAUTHORIZED, "authorization must be 'Bearer TOKEN'")
      .with("www-authenticate", "Bearer error=\"invalid_token\"");
  private static final HttpReply NOT_FOUND = HttpReply.of(HttpResponseStatus.NOT_FOUND);

  private final Archive archive;
  private final ReplayReplies replies;

  /**
   * Where matches are found.
   *
   * @param games by whose rules replays are made
   * @param tokens tell the session of one who asks
   * @param reads runs what waits for the disk
   * @param plays runs what plays a match of that game again
   */
  public record Archive(Matches matches, List<Game<?, ?>> games, Tokens tokens, Executor reads,
      Function<String, Executor> plays) {}

  /** What there is of one match, by how its path ends. */
  private enum Part {
    ENTRY(""), REPLAY("/replay"), SHOWN("/shown");

    private final String end;

    Part(String end) {
      this.end = end;
    }

    static Part of(String path) {
      return path.endsWith(REPLAY.end) ? REPLAY : path.endsWith(SHOWN.end) ? SHOWN : ENTRY;
    }
  }

  private MatchRoutes(Archive archive) {
    this.archive = archive;
    replies = new ReplayReplies(archive.matches(), archive.games());
  }

  /** All of them. */
  public static List<HttpRoute> all(Archive archive) {
    MatchRoutes routes = new MatchRoutes(archive);
    return List.of(routes.route(ROOT, (call, asker, to) -> to.accept(routes.list(call, asker))),
        routes.route(ROOT + "/", routes::one));
  }

  /** Answers, on the executor that reads. */
  @FunctionalInterface
  private interface Answer {
    void give(HttpCall call, @Nullable SessionId asker, Consumer<HttpReply> to);
  }

  private HttpRoute route(String path, Answer answer) {
    return new HttpRoute() {
      @Override
      public String path() {
        return path;
      }

      @Override
      public void answer(HttpCall call, Consumer<HttpReply> to) {
        Bearer bearer = Bearer.of(call.caller().authorization(), archive.tokens());
        if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
          to.accept(HttpReply.ONLY_LOOKING);
        } else if (bearer.malformed()) {
          to.accept(MALFORMED);
        } else {
          run(archive.reads(), () -> answer.give(call, bearer.session(), to), to);
        }
      }
    };
  }

  /** Runs {@code task}, which answers {@code to}; where it cannot begin, or fails, that is the answer. */
  private static void run(Executor on, Runnable task, Consumer<HttpReply> to) {
    try {
      on.execute(() -> {
        try {
          task.run();
        } catch (Unusable e) {
          LOG.error("{}", e.getMessage());
          to.accept(HttpReply.of(HttpResponseStatus.INTERNAL_SERVER_ERROR));
        } catch (Throwable e) { // the code of games may throw anything
          LOG.error("a request for matches failed", e);
          to.accept(HttpReply.of(HttpResponseStatus.INTERNAL_SERVER_ERROR));
        }
      });
    } catch (RejectedExecutionException e) {
      to.accept(BUSY);
    }
  }

  private HttpReply list(HttpCall call, @Nullable SessionId asker) {
    QueryStringDecoder query = new QueryStringDecoder(call.target());
    String game = parameter(query, "game");
    Long limit = number(query, "limit", (long) USUAL);
    Long before = number(query, "before", Long.MAX_VALUE);
    if (limit == null || before == null || limit < 1 || limit > MOST) {
      return HttpReply.text(HttpResponseStatus.BAD_REQUEST,
          "limit must be 1 to " + MOST + ", and before the 'next' of a page");
    }
    Audience audience = asker == null ? new Audience.Anyone() : new Audience.Member(asker.text());
    Page page = archive.matches().list(new Query(game, audience, before, limit.intValue()));
    return reply(JSON, MatchEntry.page(page.matches(), page.next()).utf8()).with("cache-control", "no-store");
  }

  /** {@code otherwise} where it is not there; null where it is no number. */
  private static @Nullable Long number(QueryStringDecoder query, String name, Long otherwise) {
    String value = parameter(query, name);
    return value == null ? otherwise : NUMBER.matcher(value).matches() ? (Long) Long.parseLong(value) : null;
  }

  private static @Nullable String parameter(QueryStringDecoder query, String name) {
    List<String> values = query.parameters().get(name);
    return values == null ? null : values.getFirst();
  }

  private void one(HttpCall call, @Nullable SessionId asker, Consumer<HttpReply> to) {
    String rest = call.path().substring(ROOT.length() + 1);
    Part part = Part.of(rest);
    String id = rest.substring(0, rest.length() - part.end.length());
    FinishedMatch match = ID.matcher(id).matches() ? archive.matches().find(id) : null;
    if (match == null || !visible(match, asker)) {
      to.accept(NOT_FOUND);
      return;
    }
    boolean gzip = part == Part.SHOWN && call.caller().gzip();
    Kept kept = new Kept(match, part, tag(match, part, gzip));
    if (kept.tag().equals(call.caller().ifNoneMatch())) {
      to.accept(kept.reply(new HttpReply(HttpResponseStatus.NOT_MODIFIED, new TreeMap<>(), new byte[0])));
      return;
    }
    switch (part) {
      case ENTRY -> to.accept(kept.reply(reply(JSON, MatchEntry.whole(match).utf8())));
      case REPLAY -> play(match, to, () -> kept.reply(replies.replay(match)));
      case SHOWN -> play(match, to, () -> kept.reply(replies.shown(match, gzip)));
    }
  }

  private void play(FinishedMatch match, Consumer<HttpReply> to, Supplier<HttpReply> reply) {
    run(archive.plays().apply(match.game()), () -> to.accept(reply.get()), to);
  }

  private static boolean visible(FinishedMatch match, @Nullable SessionId asker) {
    return match.listed() || (asker != null && match.members().contains(asker.text()));
  }

  /** What a replay shows follows from the rules that this server has now. */
  private String tag(FinishedMatch match, Part part, boolean gzip) {
    Game<?, ?> game = replies.game(match);
    return "\"" + match.id() + switch (part) {
      case ENTRY -> "";
      case REPLAY -> "-replay";
      case SHOWN -> "-shown-" + (game == null ? "" : game.rules()) + (gzip ? "-gzip" : "");
    } + "\"";
  }

  /**
   * How an answer may be kept. A match never changes, and what not everyone may see is kept by nobody; what it shows
   * is asked for anew, since other rules would show something else.
   */
  private record Kept(FinishedMatch match, Part part, String tag) {
    HttpReply reply(HttpReply reply) {
      int code = reply.status().code();
      if (code != 200 && code != 304) {
        return reply;
      }
      return reply.with("etag", tag)
          .with("vary", part == Part.SHOWN ? "authorization, accept-encoding" : "authorization")
          .with("cache-control", !match.listed() ? "private, no-store"
              : part == Part.SHOWN ? "public, no-cache" : "public, max-age=86400");
    }
  }

  private static HttpReply reply(String type, byte[] body) {
    SortedMap<String, String> headers = new TreeMap<>();
    headers.put("content-type", type);
    return new HttpReply(HttpResponseStatus.OK, headers, body);
  }
}
