package dev.cancha.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
  @Test
  void theKernelsLineOfAProcessIsReadBehindItsName() {
    String stat = "4711 (a) b ) S 1 2 3 4 5 6 7 8 9 10 250 30 0 0 20 0 15 0 99 1000 200";
    assertThat(CpuTime.parse(stat)).isEqualTo(new CpuTime(2_500_000, 300_000));
  }

  @Test
  void whatThisProcessUsesGrows() {
    CpuTime before = CpuTime.of(ProcessHandle.current());
    long sum = 0;
    while (CpuTime.of(ProcessHandle.current()).since(before).micros() < 20_000) {
      sum += System.identityHashCode(new Object());
    }
    assertThat(sum).isNotZero();
    assertThat(CpuTime.of(ProcessHandle.current()).userMicros()).isGreaterThanOrEqualTo(before.userMicros());
  }

  @Test
  void theProcessorsThatMayBeUsedAreKnown() {
    assertThat(Placement.allowed("Name:\tx\nCpus_allowed_list:\t0-3,8-9,11\nMems_allowed_list:\t0\n"))
        .containsExactly(0, 1, 2, 3, 8, 9, 11);
    assertThat(Placement.allowed("Cpus_allowed_list:\t0\n")).containsExactly(0);
    assertThat(Placement.allowed("Name:\tx\n")).isEmpty();
  }

  @Test
  void serversAreHeldToTheirProcessorWhereThatCanBe() {
    assertThat(new Placement(3, List.of("-Xmx1g"), Path.of("data")).command(List.of("Main", "host")))
        .startsWith("taskset", "-c", "3")
        .containsSubsequence("-Xmx1g", "-cp", "Main", "host");
    Placement anywhere = new Placement(null, List.of(), Path.of("data"));
    assertThat(anywhere.command(List.of("Main"))).doesNotContain("taskset");
    assertThat(anywhere.told()).contains("no taskset");
  }

  @Test
  void theProcessorsNameIsFound() {
    assertThat(Surroundings.model("processor\t: 0\nmodel name\t: Fast CPU: 9\nmodel name\t: Other\n"))
        .isEqualTo("Fast CPU: 9");
    assertThat(Surroundings.model("")).isEqualTo("unknown");
  }
}
