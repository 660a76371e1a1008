package dev.cancha.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
  private static final Peer PROXY = new Peer("127.0.0.1", true, null);

  private final Proxies proxies = new Proxies(List.of("127.0.0.1", "::1", "10.1.0.0/16"), "/cancha");

  @ParameterizedTest
  @DisplayName("the client is the last one who is no proxy itself")
  @CsvSource(textBlock = """
      '203.0.113.7',                        203.0.113.7
      ' 203.0.113.7 ',                      203.0.113.7
      '198.51.100.1, 203.0.113.7',          203.0.113.7
      'what I like, 203.0.113.7',           203.0.113.7
      '203.0.113.7, 10.1.2.3, 10.1.9.9',    203.0.113.7
      '10.1.2.3',                           10.1.2.3
      '2001:db8::7',                        2001:db8:0:0:0:0:0:7
      """)
  void theClient(String forwardedFor, String client) {
    assertThat(proxies.asksFor(PROXY, forwardedFor)).isEqualTo(new Peer(client, false, null));
  }

  @ParameterizedTest
  @DisplayName("what is no address is told apart from what is one")
  @ValueSource(strings = {"", "unknown", "203.0.113.7, unknown", "203.0.113.7:443", "203.0.113.7,"})
  void noAddress(String forwardedFor) {
    assertThat(proxies.asksFor(PROXY, forwardedFor)).isNull();
  }

  @Test
  @DisplayName("whoever is no trusted proxy speaks for himself, whatever he says")
  void nobodyElse() {
    Peer stranger = new Peer("10.2.0.1", false, null);
    assertThat(proxies.asksFor(stranger, "127.0.0.1")).isSameAs(stranger);
    assertThat(proxies.asksFor(PROXY, null)).isSameAs(PROXY);
    assertThat(new Proxies(List.of(), "").asksFor(PROXY, "203.0.113.7")).isSameAs(PROXY);
  }

  @Test
  @DisplayName("a client on the proxy's own machine is local")
  void local() {
    assertThat(proxies.asksFor(PROXY, "127.0.0.1")).isEqualTo(PROXY);
  }

  @ParameterizedTest
  @DisplayName("the prefix is taken away where it is one, and only there")
  @CsvSource({"/cancha/, /", "/cancha/ws, /ws", "/cancha/r/KX3F?a=b, /r/KX3F?a=b", "/ws, /ws",
    "/canchas/ws, /canchas/ws",
    "/x/cancha/ws, /x/cancha/ws", "/cancha//ws, //ws"})
  void prefix(String target, String within) {
    assertThat(proxies.within(target)).isEqualTo(within);
  }

  @Test
  @DisplayName("without its slash the prefix leads to the page")
  void home() {
    assertThat(proxies.home("/cancha")).isEqualTo("/cancha/");
    assertThat(proxies.home("/cancha/")).isNull();
    assertThat(new Proxies(List.of(), "").home("")).isNull();
  }

  @ParameterizedTest
  @DisplayName("a wrong setting is told with what would be right")
  @ValueSource(strings = {"proxy.example.org", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/", "", "::/129"})
  void wrong(String trusted) {
    assertThatThrownBy(() -> new Proxies(List.of(trusted), "")).hasMessageContaining("'" + trusted + "'")
        .hasMessageContaining("10.0.0.0/8");
  }

  @ParameterizedTest
  @DisplayName("a wrong prefix too")
  @ValueSource(strings = {"cancha", "/", "/cancha/", "/a b", "/a?b", "/a//b"})
  void wrongPrefix(String prefix) {
    assertThatThrownBy(() -> new Proxies(List.of(), prefix)).hasMessageContaining("'" + prefix + "'")
        .hasMessageContaining("'/cancha'");
  }
}
