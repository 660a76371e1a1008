package dev.cancha.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.testing.TestClient.Speaks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestServerTest {
  @RegisterExtension
  final TestServer server = new TestServer();

  @Test
  void twoClientsPlayOneMoveOverBothFramings() {
    TestClient ana = server.player("Ana");
    TestClient beto = server.player("Beto", Speaks.WEBSOCKET);
    String code = ana.ask("{'type':'create','game':'connectFour'}").get("doc").get("code").stringValue();
    beto.ask("{'type':'join','room':'" + code + "'}");
    ana.send("{'type':'ready'}");
    beto.send("{'type':'ready'}");
    ana.drop(1, 3);
    assertThat(beto.view().shared()).isEqualTo(ana.view().shared());
    assertThat(beto.view().doc().get("view").get("columns").get("3").stringValue()).isEqualTo("0");
  }
}
