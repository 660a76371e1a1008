package dev.cancha.server.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.server.net.HttpCall;
import dev.cancha.server.net.HttpReply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRouteTest {
  private static final String PAGE = "<base href=\"./\"><title>Cancha</title>";
  private final PageRoute route = new PageRoute(root(Map.of("index.html", PAGE, "main.js", "'use strict'",
      "style/base.css", "body{}", "icon.svg", "<svg/>")));

  private static WebRoot root(Map<String, String> texts) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return new WebRoot(files);
  }

  @ParameterizedTest
  @CsvSource({"/, text/html; charset=utf-8", "/index.html, text/html; charset=utf-8",
    "/main.js, text/javascript; charset=utf-8", "/style/base.css, text/css; charset=utf-8",
    "/icon.svg, image/svg+xml", "/r/KX3F, text/html; charset=utf-8",
    "/m/5Kd0-aVQ_yR, text/html; charset=utf-8", "/matches, text/html; charset=utf-8",
    "/?lang=es, text/html; charset=utf-8"})
  void eachFileHasItsType(String path, String type) {
    HttpReply reply = get(path, null, false);

    assertThat(reply.status().code()).isEqualTo(200);
    assertThat(reply.headers()).containsEntry("content-type", type);
  }

  @Test
  void aLinkToARoomOrAMatchIsThePageOneFolderBelow() {
    assertThat(text(get("/matches", null, false))).isEqualTo(PAGE);
    assertThat(text(get("/m/5Kd0-aVQ_yR", null, false))).isEqualTo(PAGE.replace("./", "../"));
    assertThat(text(get("/", null, false))).isEqualTo(PAGE);
    assertThat(text(get("/r/kx3f9abc", null, false))).isEqualTo(PAGE.replace("./", "../"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/none", "/r/", "/r/KX3F/", "/r/a-b", "/r/../main.js", "/../main.js", "//main.js",
    "/style/", "/style/../main.js", "/%6dain.js", "/main.js/", "/main.js%00", "\\main.js", "*", "",
    "/r/12345678901234567", "/m/", "/m/a.b", "/m/a/b", "/matches/", "/web/index.html"})
  void whatIsNotInTheTableIsNotThere(String path) {
    assertThat(get(path, null, false).status().code()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "get"})
  void onlyLookingIsAllowed(String method) {
    assertThat(ask(method, "/", null, false).status().code()).isEqualTo(405);
    assertThat(ask("HEAD", "/", null, false).status().code()).isEqualTo(200);
  }

  @Test
  void nothingForeignAndNothingInlineMayRun() {
    String policy = get("/", null, false).headers().get("content-security-policy");

    assertThat(policy).contains("default-src 'none'", "script-src 'self'", "connect-src 'self'",
        "frame-ancestors 'none'", "require-trusted-types-for 'script'")
        .doesNotContain("unsafe", "http", "*");
    assertThat(get("/", null, false).headers()).containsEntry("referrer-policy", "no-referrer");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoHasTheFileGetsItNotAgain(boolean gzip) {
    HttpReply first = get("/main.js", null, gzip);
    String tag = requireNonNull(first.headers().get("etag"));
    for (String had : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
      HttpReply again = get("/main.js", had, gzip);
      assertThat(again.status().code()).as(had).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.headers()).containsEntry("etag", tag).containsEntry("cache-control", "no-cache");
    }
    assertThat(get("/main.js", "\"other\"", gzip).status().code()).isEqualTo(200);
    assertThat(get("/", tag, gzip).status().code()).isEqualTo(200);
  }

  @Test
  void whoReadsGzipGetsIt() throws IOException {
    HttpReply zipped = get("/main.js", null, true);

    assertThat(zipped.headers()).containsEntry("content-encoding", "gzip")
        .containsEntry("vary", "accept-encoding");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
        .isEqualTo(get("/main.js", null, false).body());
    assertThat(zipped.headers().get("etag")).isNotEqualTo(get("/main.js", null, false).headers().get("etag"));
  }

  @Test
  void aRootThatCannotBeServedIsRefusedAtTheStart() {
    assertThatThrownBy(() -> root(Map.of("main.js", ""))).hasMessageContaining("index.html");
    assertThatThrownBy(() -> new PageRoute(root(Map.of("index.html", "no base"))))
        .hasMessageContaining("base");
    assertThatThrownBy(() -> new PageRoute(root(Map.of("index.html", PAGE, "a.exe", ""))))
        .hasMessageContaining("a.exe");
    assertThat(WebRoot.none().isEmpty()).isTrue();
  }

  private HttpReply get(String path, String ifNoneMatch, boolean gzip) {
    return ask("GET", path, ifNoneMatch, gzip);
  }

  private HttpReply ask(String method, String path, String ifNoneMatch, boolean gzip) {
    List<HttpReply> replies = new ArrayList<>();
    route.answer(new HttpCall(method, path, new HttpCall.Caller(false, null, ifNoneMatch, gzip)),
        replies::add);
    return replies.getFirst();
  }

  private static String text(HttpReply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }
}
