package dev.cancha.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.testkit.sim.SimProcess.Crash;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How processes end, and what others notice of it. */
class SimProcessSimTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Line line = new Line();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void thePeersOfAKilledProcessAreReset() {
    line.server.crash(Crash.KILLED);
    line.pass(SECOND);
    assertThat(line.log.events()).endsWith("IOException", "inactive", "unregistered");
    ChannelFuture refused = line.connect(new Recorder());
    line.pass(SECOND);
    assertThat(refused.cause()).isInstanceOf(ConnectException.class);
    assertThat(line.world.net().connections()).isEmpty();
  }

  @Test
  void noHandlerOfAKilledProcessRunsAndNothingIsFlushed() {
    line.serverChannel().write(Stand.text("written, not flushed"));
    line.serverChannel().eventLoop().schedule(() -> line.answer("a timer"), 1, TimeUnit.SECONDS);
    line.pass(Duration.ofMillis(10));
    line.serverChannel().eventLoop().execute(() -> line.answer("a task"));
    line.send("never read");
    line.server.crash(Crash.KILLED);
    line.pass(Duration.ofMinutes(1));
    assertThat(line.serverLog().events()).containsExactly("registered", "active");
    assertThat(line.serverLog().received()).isZero();
    assertThat(line.log.received()).isZero();
    assertThat(line.server.alive()).isFalse();
    assertThatThrownBy(() -> line.server.loops().next().execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void aMachineWithoutPowerIsSilent() {
    line.server.crash(Crash.POWER);
    line.send("hello?");
    ChannelFuture call = line.connect(new Recorder());
    line.pass(Duration.ofSeconds(20));
    assertThat(line.log.events()).endsWith("active");
    assertThat(call.isDone()).isFalse();
    line.pass(Duration.ofSeconds(20));
    assertThat(call.cause()).isInstanceOf(ConnectException.class).hasMessageContaining("timed out");
  }

  @Test
  void aMachineThatIsBackKnowsNothingOfOldConnections() {
    line.server.crash(Crash.POWER);
    line.send("hello?");
    line.pass(Duration.ofSeconds(5));
    SimProcess again = line.server.restarted();
    line.pass(SECOND);
    assertThat(line.log.events()).endsWith("IOException", "inactive", "unregistered");
    line.listen(again);
    ChannelFuture call = line.connect(new Recorder());
    line.pass(SECOND);
    assertThat(call.isSuccess()).isTrue();
    assertThat(again.address()).isEqualTo(line.server.address());
    assertThat(again.incarnation()).isEqualTo(2);
    assertThat(again.random("x").nextLong()).isNotEqualTo(line.server.random("x").nextLong());
  }

  @Test
  void aCallThatBeganWhileThePowerWasOffGetsThroughLater() {
    line.server.crash(Crash.POWER);
    ChannelFuture call = line.connect(new Recorder());
    line.pass(Duration.ofMillis(500));
    line.listen(line.server.restarted());
    line.pass(SECOND);
    assertThat(call.isSuccess()).isTrue();
  }

  @Test
  void whoeverIsKilledWhileItCallsIsNotMissed() {
    for (int nanos = 0; nanos < 800_000; nanos += 100_000) {
      SimProcess caller = line.world.process("caller" + nanos, 1);
      new Bootstrap().group(caller.loops())
          .channelFactory(caller.channels())
          .handler(new Recorder())
          .connect(line.channel.remoteAddress());
      line.pass(Duration.ofNanos(nanos));
      caller.crash(Crash.KILLED);
      line.pass(SECOND);
      assertThat(line.world.net().connections(caller)).isEmpty();
    }
    assertThat(line.accepted).hasSizeBetween(2, 8);
  }

  @Test
  void aProcessMayEndWithinItsOwnTask() {
    List<String> done = new ArrayList<>();
    SimExecutor executor = line.server.executor("e", new SimExecutor.Delays(Duration.ZERO, Duration.ZERO, 9));
    line.serverChannel().eventLoop().execute(() -> {
      line.server.crash(Crash.KILLED);
      line.answer("from beyond");
      line.serverChannel().eventLoop().execute(() -> done.add("a task"));
      line.serverChannel().eventLoop().schedule(() -> done.add("a timer"), 1, TimeUnit.SECONDS);
      executor.execute(() -> done.add("an executor's task"));
      throw new IllegalStateException("of no interest any more");
    });
    line.pass(Duration.ofMinutes(1));
    assertThat(done).isEmpty();
    assertThat(line.log.received()).isZero();
    assertThat(line.world.failures()).isEmpty();
  }

  @Test
  void onlyOneProcessRunsOnAMachine() {
    assertThatThrownBy(() -> line.world.process("server", 1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(line.server::restarted).hasMessageContaining("crash it first");
    line.server.crash(Crash.KILLED);
    assertThat(line.world.processes()).containsExactly(line.client);
  }

  @Test
  void aBufferThatIsNotReleasedIsCounted() {
    assertThat(line.client.usedBytes()).isZero();
    var buffer = line.client.allocator().ioBuffer(1_000);
    assertThat(line.client.usedBytes()).isEqualTo(1_000);
    buffer.capacity(3_000);
    var composite = line.client.allocator().compositeBuffer().addComponent(true, buffer);
    assertThat(line.client.usedBytes()).isEqualTo(3_000);
    composite.release();
    assertThat(line.client.usedBytes()).isZero();
  }
}
