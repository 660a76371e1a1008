package dev.cancha.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.testkit.sim.SimProcess.Crash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimDiskSimTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  private final SimWorld world = new SimWorld(1);
  private final List<String> heard = new ArrayList<>();

  @AfterEach
  void end() {
    world.close();
  }

  private static byte[] block(int number) {
    return new byte[] {(byte) number};
  }

  private static List<Integer> numbers(SimDisk disk) {
    return disk.blocks().stream().map(block -> (int) block[0]).toList();
  }

  private void write(SimDisk disk, int number) {
    disk.write(block(number), new SimDisk.Written() {
      @Override
      public void synced() {
        heard.add("+" + number + " at " + world.elapsed().toMillis());
      }

      @Override
      public void failed(String why) {
        heard.add("-" + number + ": " + why);
      }
    });
  }

  @Test
  void aBlockIsStoredWhenItsSyncIsDone() {
    SimDisk disk = world.process("server", 1).disk();
    disk.takes(Duration.ofMillis(30), Duration.ofMillis(30));
    write(disk, 1);
    world.advance(Duration.ofMillis(29));
    assertThat(disk.blocks()).isEmpty();
    world.advance(LONG);
    assertThat(heard).containsExactly("+1 at 30");
    assertThat(numbers(disk)).containsExactly(1);
  }

  @Test
  void oneIsWrittenAtATime() {
    SimDisk disk = world.process("server", 1).disk();
    write(disk, 1);
    assertThatThrownBy(() -> write(disk, 2)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aSlowDiskTakesLonger() {
    SimDisk disk = world.process("server", 1).disk();
    disk.takes(Duration.ofMillis(30), Duration.ofMillis(30));
    disk.slower(Duration.ofMillis(500));
    write(disk, 1);
    world.advance(LONG);
    assertThat(heard).containsExactly("+1 at 530");
  }

  @Test
  void aStuckDiskGoesOnWhereItStood() {
    SimDisk disk = world.process("server", 1).disk();
    disk.stuck(true);
    write(disk, 1);
    world.advance(LONG);
    assertThat(heard).isEmpty();
    disk.stuck(false);
    world.advance(LONG);
    assertThat(heard).hasSize(1);
    assertThat(numbers(disk)).containsExactly(1);
  }

  @Test
  void aFullDiskStoresNothingAndLeavesNothing() {
    SimProcess process = world.process("server", 1);
    process.disk().full(true);
    write(process.disk(), 1);
    world.advance(LONG);
    assertThat(heard).containsExactly("-1: there is no space left on the device");
    process.crash(Crash.KILLED);
    assertThat(process.disk().blocks()).isEmpty();
  }

  @Test
  void theNextBlockIsWrittenOverOneWhoseSyncHasFailed() {
    SimDisk disk = world.process("server", 1).disk();
    disk.failing(true);
    write(disk, 1);
    world.advance(LONG);
    disk.failing(false);
    write(disk, 2);
    world.advance(LONG);
    assertThat(heard).first().isEqualTo("-1: the sync has failed");
    assertThat(numbers(disk)).containsExactly(2);
  }

  @Test
  void whoHasEndedHearsNothing() {
    SimProcess process = world.process("server", 1);
    write(process.disk(), 1);
    process.crash(Crash.POWER);
    SimProcess again = process.restarted();
    write(again.disk(), 2);
    world.advance(LONG);
    assertThat(heard).singleElement().asString().startsWith("+2");
    assertThat(numbers(again.disk())).endsWith(2);
  }

  @ParameterizedTest
  @EnumSource
  void aCrashLeavesWhatWasNotSyncedOrDoesNot(Crash how) {
    Set<String> left = new TreeSet<>();
    for (int i = 0; i < 20; i++) {
      SimProcess process = world.process("server" + i, 1);
      write(process.disk(), 1);
      process.crash(how);
      left.add("under way: " + numbers(process.disk()));
      SimProcess failing = world.process("failing" + i, 1);
      failing.disk().failing(true);
      write(failing.disk(), 2);
      world.advance(LONG);
      failing.crash(how);
      left.add("failed: " + numbers(failing.disk()));
    }
    assertThat(left).containsExactly("failed: [2]", "failed: []", "under way: [1]", "under way: []");
  }
}
