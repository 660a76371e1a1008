package dev.cancha.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnfinishedHandshakeSimTest {
  private static final Duration DELAY = Duration.ofMillis(100);

  @Test
  void aServerGivesUpACallerWhosePowerFailedBeforeTheLastWordOfTheHandshake() {
    try (SimWorld world = new SimWorld(1)) {
      world.net().conditions(LinkConditions.LAN.withDelay(DELAY, DELAY));
      SimServer server = SimServer.start(world.process("server", 1), SimServer.config());
      SimProcess client = world.process("client", 1);
      Channel channel = client.channels().newChannel();
      client.loops().register(channel);
      world.advance(Duration.ofMillis(1));
      client.loops()
          .next()
          .execute(
              () -> channel
                  .connect(new InetSocketAddress(server.process().address(), server.server().port())));
      world.runUntil(channel::isActive, Duration.ofSeconds(1));
      world.net().blackHole(client, server.process());
      client.crash(SimProcess.Crash.POWER);
      assertThat(world.net().connections()).singleElement()
          .matches(shaking -> !shaking.begun(), "never begun");
      world.advance(Duration.ofSeconds(64));
      assertThat(world.net().connections()).isEmpty();
    }
  }
}
