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
import dev.cancha.server.replay.NoReplay;
import dev.cancha.server.replay.ReplayWriter;
import dev.cancha.server.room.SessionId;
import dev.cancha.server.session.Tokens;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches that are over: a list of them, each one, and its replay. What is read from the disk is read on an executor
 * that may block and may reject; a match that one may not see is not there. Immutable.
 */
public final class MatchRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(MatchRoutes.class);
  private static final String ROOT = "/api/matches";
  private static final String REPLAY = "/replay";
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

  /**
   * Where matches are found.
   *
   * @param games by whose rules replays are made
   * @param tokens tell the session of one who asks
   * @param reads runs what waits for the disk
   */
  public record Archive(Matches matches, List<Game<?, ?>> games, Tokens tokens, Executor reads) {}

  private MatchRoutes(Archive archive) {
    this.archive = archive;
  }

  /** All of them. */
  public static List<HttpRoute> all(Archive archive) {
    MatchRoutes routes = new MatchRoutes(archive);
    return List.of(routes.route(ROOT, routes::list), routes.route(ROOT + "/", routes::one));
  }

  /** Answers on the executor. */
  @FunctionalInterface
  private interface Answer {
    HttpReply to(HttpCall call, @Nullable SessionId asker);
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
          read(() -> answer.to(call, bearer.session()), to);
        }
      }
    };
  }

  /** What reads an answer. */
  @FunctionalInterface
  private interface Read {
    HttpReply reply();
  }

  private void read(Read read, Consumer<HttpReply> to) {
    try {
      archive.reads().execute(() -> {
        HttpReply reply;
        try {
          reply = read.reply();
        } catch (Unusable e) {
          LOG.error("{}", e.getMessage());
          reply = HttpReply.of(HttpResponseStatus.INTERNAL_SERVER_ERROR);
        } catch (RuntimeException | StackOverflowError e) {
          LOG.error("a request for matches failed", e);
          reply = HttpReply.of(HttpResponseStatus.INTERNAL_SERVER_ERROR);
        }
        to.accept(reply);
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

  private HttpReply one(HttpCall call, @Nullable SessionId asker) {
    String rest = call.path().substring(ROOT.length() + 1);
    boolean replay = rest.endsWith(REPLAY);
    String id = replay ? rest.substring(0, rest.length() - REPLAY.length()) : rest;
    FinishedMatch match = ID.matcher(id).matches() ? archive.matches().find(id) : null;
    if (match == null || !visible(match, asker)) {
      return NOT_FOUND;
    }
    String tag = "\"" + id + (replay ? "-replay" : "") + "\"";
    if (tag.equals(call.caller().ifNoneMatch())) {
      return kept(new HttpReply(HttpResponseStatus.NOT_MODIFIED, new TreeMap<>(), new byte[0]), match, tag);
    }
    if (!replay) {
      return kept(reply(JSON, MatchEntry.whole(match).utf8()), match, tag);
    }
    return replay(match, tag);
  }

  private static boolean visible(FinishedMatch match, @Nullable SessionId asker) {
    return match.listed() || (asker != null && match.members().contains(asker.text()));
  }

  private HttpReply replay(FinishedMatch match, String tag) {
    Game<?, ?> game = archive.games()
        .stream()
        .filter(each -> each.info().id().equals(match.game()))
        .findFirst()
        .orElse(null);
    if (game == null) {
      return HttpReply.text(HttpResponseStatus.GONE, "this server has no game " + match.game() + " any more");
    }
    BoundedBytes bytes = new BoundedBytes();
    try {
      ReplayWriter.write(match, game, archive.matches(), bytes);
    } catch (NoReplay e) {
      return HttpReply.text(HttpResponseStatus.GONE, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return HttpReply.text(HttpResponseStatus.INSUFFICIENT_STORAGE, String.valueOf(e.getMessage()));
    }
    return kept(reply("application/jsonl; charset=utf-8", bytes.toByteArray()), match, tag)
        .with("content-disposition", "attachment; filename=\"cancha-" + match.id() + ".jsonl\"");
  }

  /** A match never changes; one that not everyone may see is kept by nobody else. */
  private static HttpReply kept(HttpReply reply, FinishedMatch match, String tag) {
    return reply.with("etag", tag)
        .with("vary", "authorization")
        .with("cache-control", match.listed() ? "public, max-age=86400" : "private, no-store");
  }

  private static HttpReply reply(String type, byte[] body) {
    SortedMap<String, String> headers = new TreeMap<>();
    headers.put("content-type", type);
    return new HttpReply(HttpResponseStatus.OK, headers, body);
  }
}
