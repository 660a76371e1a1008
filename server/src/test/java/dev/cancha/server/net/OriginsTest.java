package dev.cancha.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OriginsTest {
  private final Origins origins = new Origins(List.of("https://games.example"));

  @Test
  void aProgramWithoutOriginPasses() {
    assertThat(origins.permit(null, "x")).isTrue();
    assertThat(origins.permit(null, null)).isTrue();
  }

  @Test
  void theServersOwnPagePassesWithAndWithoutTheUsualPort() {
    assertThat(origins.permit("http://a.example", "a.example")).isTrue();
    assertThat(origins.permit("http://a.example", "a.example:80")).isTrue();
    assertThat(origins.permit("https://a.example", "A.example:443")).isTrue();
    assertThat(origins.permit("http://[::1]:7777", "[::1]:7777")).isTrue();
    assertThat(origins.permit("http://a.example", "a.example:443")).isFalse();
    assertThat(origins.permit("http://a.example:7777", "a.example")).isFalse();
  }

  @Test
  void namedOriginsPassWhole() {
    assertThat(origins.permit("https://games.example", "x")).isTrue();
    assertThat(origins.permit("http://games.example", "x")).isFalse();
    assertThat(origins.permit("https://games.example.evil", "x")).isFalse();
    assertThat(new Origins(List.of("*")).permit("null", "x")).isTrue();
  }

  @Test
  void withoutAHostOnlyNamedOriginsPass() {
    assertThat(origins.permit("http://a.example", null)).isFalse();
    assertThat(origins.permit("https://games.example", null)).isTrue();
  }
}
