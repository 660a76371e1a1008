package dev.cancha.server.api;

import dev.cancha.common.game.Game;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Matches;
import dev.cancha.server.net.HttpReply;
import dev.cancha.server.replay.NoReplay;
import dev.cancha.server.replay.ReplayWriter;
import dev.cancha.server.replay.ShownWriter;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes replays, and what they show, by the games' own code: so only where that code may run. Immutable. */
final class ReplayReplies {
  private final Matches matches;
  private final List<Game<?, ?>> games;

  ReplayReplies(Matches matches, List<Game<?, ?>> games) {
    this.matches = matches;
    this.games = games;
  }

  /** What a reply is made of. */
  @FunctionalInterface
  interface Making {
    /** Writes its body to {@code out}. */
    void write(Game<?, ?> game, BoundedBytes out) throws NoReplay, IOException;
  }

  /** Null where {@code match} is of a game that this server has not. */
  @Nullable
  Game<?, ?> game(FinishedMatch match) {
    return games.stream().filter(each -> each.info().id().equals(match.game())).findFirst().orElse(null);
  }

  /** The file with which the match can be played again. */
  HttpReply replay(FinishedMatch match) {
    HttpReply reply = reply(match, (game, out) -> ReplayWriter.write(match, game, matches, out));
    return made(reply)
        ? reply.with("content-disposition", "attachment; filename=\"cancha-" + match.id() + ".jsonl\"")
        : reply;
  }

  /** What it showed; compressed for those who read that. */
  HttpReply shown(FinishedMatch match, boolean gzip) {
    HttpReply plain = reply(match, (game, out) -> {
      BoundedBytes replay = new BoundedBytes();
      ReplayWriter.write(match, game, matches, replay);
      ShownWriter.write(replay.toByteArray(), game, MatchEntry.whole(match), out);
    });
    return gzip && made(plain)
        ? new HttpReply(plain.status(), plain.headers(), WebFile.gzip(plain.body())).with("content-encoding",
            "gzip")
        : plain;
  }

  private static boolean made(HttpReply reply) {
    return reply.status().equals(HttpResponseStatus.OK);
  }

  private HttpReply reply(FinishedMatch match, Making making) {
    Game<?, ?> game = game(match);
    if (game == null) {
      return HttpReply.text(HttpResponseStatus.GONE, "this server has no game " + match.game() + " any more");
    }
    BoundedBytes bytes = new BoundedBytes();
    try {
      making.write(game, bytes);
    } catch (NoReplay e) {
      return HttpReply.text(HttpResponseStatus.GONE, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return HttpReply.text(HttpResponseStatus.INSUFFICIENT_STORAGE, String.valueOf(e.getMessage()));
    }
    SortedMap<String, String> headers = new TreeMap<>();
    headers.put("content-type", "application/jsonl; charset=utf-8");
    return new HttpReply(HttpResponseStatus.OK, headers, bytes.toByteArray());
  }
}
