package dev.cancha.testkit.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A seed is the same run in a JVM where everything is different that a JVM may do differently. */
class SameBytesIT {
  private static final long[] SEEDS = {1, 2, 3};

  @ParameterizedTest
  @ValueSource(strings = {
    // identity hashes count up from 1, so what iterates by them comes in another order
    "-XX:+UnlockExperimentalVMOptions -XX:hashCode=3 -XX:+UseParallelGC -Duser.language=tr -Duser.country=TR"
        + " -Duser.timezone=Asia/Kathmandu -Dfile.encoding=ISO-8859-1",
    "-XX:+UnlockExperimentalVMOptions -XX:hashCode=2 -XX:+UseG1GC -XX:TieredStopAtLevel=1 -Duser.language=ar"
        + " -Duser.country=EG -Duser.timezone=America/St_Johns -Dio.netty.noUnsafe=true"})
  void aSeedDeliversTheSameBytesInAJvmWithOtherSettings(String settings) throws Exception {
    List<String> here = LongStream.of(SEEDS).mapToObj(TraceHashes::line).toList();
    assertThat(run(settings)).isEqualTo(here);
  }

  private static List<String> run(String settings) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-ea", "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path")));
    command.addAll(Arrays.asList(settings.split(" ")));
    command.add(TraceHashes.class.getName());
    LongStream.of(SEEDS).mapToObj(Long::toString).forEach(command::add);
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitValue()).as(printed).isZero();
      return printed.lines().filter(line -> line.startsWith("trace ")).toList();
    } finally {
      child.destroyForcibly();
    }
  }
}
