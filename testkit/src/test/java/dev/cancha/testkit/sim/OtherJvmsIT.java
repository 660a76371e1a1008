package dev.cancha.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A seed gives the same bytes at the same times in every JVM, whatever its settings. */
class OtherJvmsIT {
  private static final long SEED = 20_250_701;

  @ParameterizedTest
  @ValueSource(strings = {
    // every object has the same identity hash: an unordered collection of them keeps another order
    "-XX:+UnlockExperimentalVMOptions -XX:hashCode=2 -XX:+UseSerialGC",
    // other code, other collector, another language, zone and character set
    "-XX:TieredStopAtLevel=1 -XX:+UseParallelGC -Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kathmandu "
        + "-Dfile.encoding=UTF-16 -Dstdout.encoding=UTF-8",
    // many processors, and Netty without its tricks
    "-XX:ActiveProcessorCount=13 -XX:+UseG1GC -Dio.netty.noUnsafe=true -Dio.netty.leakDetection.level=paranoid"})
  void theSameSeedGivesTheSameBytes(String flags) throws Exception {
    assertThat(hashOf(flags)).isEqualTo("hash " + ScriptedRun.run(SEED));
  }

  @Test
  void anotherSeedGivesOthers() {
    assertThat(ScriptedRun.run(SEED + 1)).isNotEqualTo(ScriptedRun.run(SEED));
  }

  private static String hashOf(String flags) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(flags.split(" ", -1)));
    command.addAll(
        List.of("-ea", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp",
            System.getProperty("java.class.path"), ScriptedRun.class.getName(), Long.toString(SEED)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return output.lines().filter(text -> text.startsWith("hash ")).findFirst().orElse(output);
    } finally {
      process.destroyForcibly();
    }
  }
}
