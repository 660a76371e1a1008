package dev.cancha.testkit.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.testkit.sim.SimWorld;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WireTapChannelTest {
  private static final String PING = "{\"type\":\"ping\",\"t\":17}";
  private static final String PONG = "{\"type\":\"pong\",\"t\":17}";

  private final SimWorld world = new SimWorld(1);
  private final List<Object> told = new ArrayList<>();
  private final EmbeddedChannel channel = new EmbeddedChannel(
      new WireTap(new Conversation(world.process("ana", 1), 1), new Hearer() {
        @Override
        public void said(Conversation conversation, ClientMessage message) {
          told.add(message);
        }

        @Override
        public void heard(Conversation conversation, ServerMessage message, byte[] body) {
          told.add(message);
          told.add(new String(body, StandardCharsets.UTF_8));
        }

        @Override
        public void garbled(Conversation conversation, String why) {
          told.add("garbled: " + why);
        }

        @Override
        public void opened(Conversation conversation) {
          told.add(conversation + " opened");
        }

        @Override
        public void closed(Conversation conversation) {
          told.add(conversation + " closed");
        }
      }, new WireTap.Latest()));

  @AfterEach
  void end() {
    channel.finishAndReleaseAll();
    world.close();
  }

  private static ByteBuf frame(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return Unpooled.buffer().writeInt(bytes.length).writeBytes(bytes);
  }

  @Test
  void tellsWhatIsHeardAndPassesItOnAsItCame() {
    ByteBuf bytes = frame(PING);
    channel.writeInbound(bytes.retainedDuplicate());
    assertThat(told).containsExactly("ana#1 opened", new ServerMessage.Ping(Json.ofChecked("17")), PING);
    ByteBuf passed = channel.readInbound();
    assertThat(ByteBufUtil.getBytes(passed)).isEqualTo(ByteBufUtil.getBytes(bytes));
    passed.release();
    bytes.release();
  }

  @Test
  void tellsWhatIsSaidAndPassesItOnAsItCame() {
    ByteBuf bytes = frame(PONG);
    channel.writeOutbound(bytes.retainedDuplicate());
    assertThat(told).contains(new ClientMessage.Pong(Json.ofChecked("17")));
    ByteBuf passed = channel.readOutbound();
    assertThat(ByteBufUtil.getBytes(passed)).isEqualTo(ByteBufUtil.getBytes(bytes));
    passed.release();
    bytes.release();
  }

  @Test
  void tellsOfWhatAServerMayNotSayAndLeavesToTheServerWhatAClientMayNot() {
    channel.writeInbound(frame("{\"type\":\"ping\""), frame("{\"type\":\"weather\"}"));
    channel.writeOutbound(frame("{\"type\":\"weather\"}"));
    assertThat(told).hasSize(3);
    assertThat(told.get(1)).asString().startsWith("garbled: ");
    assertThat(told.get(2)).asString().startsWith("garbled: a type that the protocol does not have");
  }

  @Test
  void tellsOfTheEnd() {
    channel.close();
    assertThat(told).containsExactly("ana#1 opened", "ana#1 closed");
  }
}
