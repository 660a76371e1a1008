package dev.cancha.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Game;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.journal.Matches;
import dev.cancha.server.journal.Unusable;
import dev.cancha.server.net.HttpCall;
import dev.cancha.server.net.HttpReply;
import dev.cancha.server.net.HttpRoute;
import dev.cancha.server.replay.OddConnectFour;
import dev.cancha.server.replay.PlayedRoom;
import dev.cancha.server.replay.ReplaySamples;
import dev.cancha.server.room.SessionId;
import dev.cancha.server.session.Tokens;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of matches that are over, and to whom. */
class MatchRoutesTest {
  private static final SessionId MEMBER = new SessionId("AAAAAAAAAAAAAAAAAAAAAA");
  private static final SessionId OTHER = new SessionId("BBBBBBBBBBBBBBBBBBBBBA");

  private final Tokens tokens = new Tokens(new byte[32]);
  private final Deque<Runnable> reads = new ArrayDeque<>();
  private final PlayedRoom room = ReplaySamples.connectFour(4);
  private final FinishedMatch played = room.play(1).getFirst();
  private Matches.@Nullable Query asked;
  private boolean broken;
  private boolean full;
  private boolean fullOfPlays;
  private @Nullable Error thrown;
  private boolean listed;
  private List<Game<?, ?>> games = ReplaySamples.GAMES;
  private final List<String> playedAgain = new ArrayList<>();

  private final Matches matches = new Matches() {
    @Override
    public Page list(Query query) {
      if (broken) {
        throw new Unusable("The matches cannot be read: planned by the test.");
      }
      asked = query;
      return new Page(List.of(match()), 41L);
    }

    @Override
    public @Nullable FinishedMatch find(String id) {
      return id.equals(played.id()) ? match() : null;
    }

    @Override
    public void inputs(String id, Consumer<StoredEntry> entries) {
      if (thrown != null) {
        throw thrown;
      }
      room.inputs(id, entries);
    }
  };

  private FinishedMatch match() {
    return new FinishedMatch(played.id(), played.room(), played.game(), played.rules(), played.seed(), listed,
        played.times(), played.players(), List.of(MEMBER.text()), played.outcome(), played.inputs());
  }

  @Test
  void aMatchThatIsListedIsEveryones() {
    listed = true;
    HttpReply one = get("/api/matches/" + played.id(), null);
    assertThat(one.status().code()).isEqualTo(200);
    assertThat(one.headers()).containsEntry("content-type", "application/json; charset=utf-8")
        .containsEntry("cache-control", "public, max-age=86400")
        .containsEntry("vary", "authorization");
    assertThat(body(one))
        .startsWith("{\"id\":\"" + played.id() + "\",\"game\":\"connectFour\",\"rules\":\"1\",\"started\":")
        .contains("\"players\":{\"0\":{\"id\":\"p", "\"result\":{\"ranks\":{", "\"seed\":\"" + played.seed(),
            "\"hash\":\"");

    assertThat(body(one)).doesNotContain("membersOnly");
    HttpReply replay = get("/api/matches/" + played.id() + "/replay", null);
    assertThat(replay.body()).isEqualTo(ReplaySamples.replay(room, played));
    assertThat(replay.headers()).containsEntry("content-type", "application/jsonl; charset=utf-8")
        .containsEntry("content-disposition", "attachment; filename=\"cancha-" + played.id() + ".jsonl\"");
  }

  private List<String> all() {
    return Stream.of("", "/replay", "/shown").map(part -> "/api/matches/" + played.id() + part).toList();
  }

  @Test
  void whatAMatchShowedIsPlayedAgainByTheCodeOfItsGameAndNotWhereTheDiskIsRead() {
    listed = true;
    HttpReply shown = get("/api/matches/" + played.id() + "/shown", null);
    assertThat(shown.status().code()).isEqualTo(200);
    assertThat(shown.headers()).containsEntry("content-type", "application/jsonl; charset=utf-8")
        .containsEntry("cache-control", "public, no-cache")
        .containsEntry("vary", "authorization, accept-encoding")
        .doesNotContainKeys("content-encoding", "content-disposition");
    assertThat(body(shown)).startsWith("{\"shown\":1,\"match\":{\"id\":\"" + played.id())
        .contains("\"doc\":{", "\"seedHash\":\"")
        .endsWith(",\"verified\":true}\n");
    assertThat(playedAgain).containsExactly("connectFour");
    get("/api/matches/" + played.id(), null);
    get("/api/matches", null);
    assertThat(playedAgain).hasSize(1);
    get("/api/matches/" + played.id() + "/replay", null);
    assertThat(playedAgain).hasSize(2);
  }

  @Test
  void whoReadsGzipGetsWhatAMatchShowedSmaller() throws Exception {
    listed = true;
    String path = "/api/matches/" + played.id() + "/shown";
    HttpReply plain = get(path, null);
    HttpReply zipped = ask(new HttpCall("GET", path, new HttpCall.Caller(false, null, null, true)));

    assertThat(zipped.headers()).containsEntry("content-encoding", "gzip");
    assertThat(zipped.headers().get("etag")).isNotEqualTo(plain.headers().get("etag"));
    assertThat(zipped.body().length).isLessThan(plain.body().length);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
        .isEqualTo(plain.body());
  }

  @Test
  void otherRulesShowSomethingElseSoWhatOneHasIsOfTheseRules() {
    listed = true;
    String path = "/api/matches/" + played.id() + "/shown";
    String before = get(path, null).headers().get("etag");
    games = List.of(new OddConnectFour("99", drop -> drop));
    assertThat(get(path, null).headers().get("etag")).isNotEqualTo(before);
  }

  @Test
  void whatTheCodeOfAGameThrowsIsTold() {
    listed = true;
    thrown = new NoClassDefFoundError("planned by the test");
    assertThat(get("/api/matches/" + played.id() + "/shown", null).status().code()).isEqualTo(500);
  }

  @Test
  void whatOneHasAlreadyIsNotSentAgain() {
    listed = true;
    for (String path : all()) {
      String tag = get(path, null).headers().get("etag");
      HttpReply again = ask(new HttpCall("GET", path, new HttpCall.Caller(false, null, tag, false)));
      assertThat(again.status().code()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }
  }

  @Test
  void anyOtherIsItsMembersAlone() {
    for (String path : all()) {
      HttpReply mine = get(path, "Bearer " + tokens.token(MEMBER));
      assertThat(mine.status().code()).isEqualTo(200);
      assertThat(mine.headers()).containsEntry("cache-control", "private, no-store");
      assertThat(body(mine)).matches(
          path.endsWith("/replay") ? "(?s)\\{\"replay\":1.*" : "(?s).*\"membersOnly\":true.*");
      HttpReply none = get("/api/matches/nosuch", null);
      for (String stranger : new @Nullable String[] {null, "Bearer " + tokens.token(OTHER),
        "Bearer " + new Tokens("another key, of thirty-two bytes.".getBytes(StandardCharsets.UTF_8))
            .token(MEMBER)}) {
        HttpReply reply = get(path, stranger);
        assertThat(reply.status()).isEqualTo(none.status());
        assertThat(reply.headers()).as("as if it were not there").isEqualTo(none.headers());
        assertThat(reply.body()).isEqualTo(none.body());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer x", "Basic QUFBQUFBQUFBQUFBQUFBQUFBQUFB", "",
    "Bearer AAAAAAAAAAAAAAAAAAAAAAAA A",
    "Bearer ../../../../../../../../"})
  void whatIsNoTokenIsTold(String header) {
    HttpReply reply = get("/api/matches", header);

    assertThat(reply.status().code()).isEqualTo(401);
    assertThat(reply.headers().get("www-authenticate")).startsWith("Bearer");
  }

  @Test
  void theListIsAskedForAsTheQuerySays() {
    assertThat(body(get("/api/matches?game=connectFour&limit=7&before=99", null)))
        .startsWith("{\"matches\":[{\"id\":\"")
        .endsWith("],\"next\":41}")
        .doesNotContain("seed");
    assertThat(asked).isEqualTo(new Matches.Query("connectFour", new Matches.Audience.Anyone(), 99L, 7));
    get("/api/matches", "bearer " + tokens.token(MEMBER));
    assertThat(asked)
        .isEqualTo(new Matches.Query(null, new Matches.Audience.Member(MEMBER.text()), Long.MAX_VALUE, 20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=101", "limit=-1", "limit=x", "limit=",
    "limit=99999999999999999999", "before=x"})
  void whatCannotBeAskedForIsBad(String query) {
    assertThat(get("/api/matches?" + query, null).status().code()).isEqualTo(400);
    assertThat(asked).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/matches/", "/api/matches/../x", "/api/matches/a/b", "/api/matches/a/replay/",
    "/api/matches//replay", "/api/matches//shown", "/api/matches/a/shown/", "/api/matches/shown",
    "/api/matches/%00", "/api/matches/replay"})
  void whatIsNoMatchIsNotThere(String path) {
    assertThat(get(path, null).status().code()).isEqualTo(404);
  }

  @Test
  void nothingIsReadOnTheLoopAndTooMuchIsTold() {
    List<HttpReply> replies = new ArrayList<>();
    route("/api/matches").answer(call("GET", "/api/matches", null), replies::add);
    assertThat(asked).as("not yet").isNull();
    reads.remove().run();
    assertThat(asked).isNotNull();
    assertThat(replies).hasSize(1);

    full = true;
    HttpReply busy = get("/api/matches", null);
    assertThat(busy.status().code()).isEqualTo(503);
    assertThat(busy.headers()).containsEntry("retry-after", "1");
    full = false;
    listed = true;
    fullOfPlays = true;
    assertThat(get("/api/matches/" + played.id(), null).status().code()).isEqualTo(200);
    assertThat(get("/api/matches/" + played.id() + "/shown", null).status().code()).isEqualTo(503);
  }

  @Test
  void aDiskThatFailsAndAGameThatIsGoneAreTold() {
    broken = true;
    assertThat(get("/api/matches", null).status().code()).isEqualTo(500);
    listed = true;
    games = List.of();
    assertThat(get("/api/matches/" + played.id(), null).status().code()).isEqualTo(200);
    for (String part : List.of("/replay", "/shown")) {
      HttpReply gone = get("/api/matches/" + played.id() + part, null);
      assertThat(gone.status().code()).isEqualTo(410);
      assertThat(gone.headers()).doesNotContainKeys("etag", "content-disposition")
          .containsEntry("cache-control", "no-store");
    }
  }

  @Test
  void nothingCanBeChanged() {
    HttpReply reply = ask(call("DELETE", "/api/matches/" + played.id(), null));
    assertThat(reply.status().code()).isEqualTo(405);
    assertThat(reads).isEmpty();
  }

  private HttpReply get(String target, @Nullable String authorization) {
    return ask(call("GET", target, authorization));
  }

  private static HttpCall call(String method, String target, @Nullable String authorization) {
    return new HttpCall(method, target, new HttpCall.Caller(false, authorization, null, false));
  }

  private HttpReply ask(HttpCall call) {
    List<HttpReply> replies = new ArrayList<>();
    route(call.path().equals("/api/matches") ? "/api/matches" : "/api/matches/").answer(call, replies::add);
    while (!reads.isEmpty()) {
      reads.remove().run();
    }
    assertThat(replies).hasSize(1);
    return replies.getFirst();
  }

  private HttpRoute route(String path) {
    return MatchRoutes.all(new MatchRoutes.Archive(matches, games, tokens, task -> {
      if (full) {
        throw new RejectedExecutionException("planned by the test");
      }
      reads.add(task);
    }, game -> task -> {
      if (fullOfPlays) {
        throw new RejectedExecutionException("planned by the test");
      }
      playedAgain.add(game);
      reads.add(task);
    })).stream().filter(each -> each.path().equals(path)).findFirst().orElseThrow();
  }

  private static String body(HttpReply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }
}
