package dev.cancha.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PauseSimTest {
  private final SimWorld world = new SimWorld(1);
  private final SimProcess process = world.process("server", 2);
  private final EventLoop first = process.loops().next();
  private final EventLoop second = process.loops().next();
  private final List<String> ran = new ArrayList<>();

  @AfterEach
  void close() {
    world.close();
  }

  private void everySecond(EventLoop loop, String name) {
    loop.scheduleAtFixedRate(() -> ran.add(name + world.elapsed().toSeconds()), 1, 1, TimeUnit.SECONDS);
  }

  @Test
  void aPausedLoopRunsNothingAndThenWhatItMissed() {
    everySecond(first, "a");
    everySecond(second, "b");
    world.after(Duration.ofMillis(1_500), () -> process.pause(2, Duration.ofSeconds(2)));
    world.advance(Duration.ofMillis(3_400));
    assertThat(ran).containsExactlyInAnyOrder("a1", "b1", "b2", "b3");
    world.advance(Duration.ofMillis(700));
    assertThat(ran).contains("a3", "a4", "b4").doesNotContain("a2");
  }

  @Test
  void aPausedProcessRunsNothing() {
    process.pause(Duration.ofSeconds(5));
    first.execute(() -> ran.add("a" + world.elapsed().toSeconds()));
    second.execute(() -> ran.add("b" + world.elapsed().toSeconds()));
    world.advance(Duration.ofMillis(4_999));
    assertThat(ran).isEmpty();
    world.advance(Duration.ofMillis(1));
    assertThat(ran).containsExactlyInAnyOrder("a5", "b5");
  }

  @Test
  void whatWasWaitingWhenThePauseBeganWaitsOn() {
    first.execute(() -> ran.add("a"));
    process.pause(0, Duration.ofSeconds(1));
    world.advance(Duration.ofMillis(999));
    assertThat(ran).isEmpty();
    world.advance(Duration.ofMillis(2));
    assertThat(ran).containsExactly("a");
  }

  @Test
  void ofTwoPausesTheLongerCounts() {
    process.pause(0, Duration.ofSeconds(3));
    process.pause(0, Duration.ofSeconds(1));
    first.execute(() -> ran.add("a" + world.elapsed().toSeconds()));
    world.advance(Duration.ofSeconds(2));
    process.pause(0, Duration.ofSeconds(4));
    world.advance(Duration.ofSeconds(10));
    assertThat(ran).containsExactly("a6");
  }

  @Test
  void whatComesInTheInstantInWhichThePauseEndsRunsOnce() {
    world.after(Duration.ofSeconds(2), () -> first.execute(() -> ran.add("a")));
    process.pause(0, Duration.ofSeconds(2));
    world.after(Duration.ofSeconds(2), () -> first.execute(() -> ran.add("b")));
    world.advance(Duration.ofSeconds(3));
    assertThat(ran).containsExactly("a", "b");
  }

  @Test
  void aCrashInAPauseEndsIt() {
    process.pause(Duration.ofSeconds(3));
    first.execute(() -> ran.add("a"));
    process.crash(SimProcess.Crash.KILLED);
    world.advance(Duration.ofSeconds(10));
    assertThat(ran).isEmpty();
    assertThat(world.leftovers()).isEmpty();
  }

  @Test
  void nobodyIsCalledBackInAProcessThatDiedWhileItConnected() {
    SimProcess client = world.process("client", 1);
    SimChannel channel = client.channels().newChannel();
    client.loops().register(channel);
    world.advance(Duration.ofMillis(1));
    client.loops()
        .next()
        .execute(() -> channel.connect(new java.net.InetSocketAddress(process.address(), 7777)));
    world.advance(Duration.ofNanos(1_000));
    client.crash(SimProcess.Crash.KILLED);
    world.advance(Duration.ofMinutes(5));
    assertThat(world.failures()).isEmpty();
  }
}
