package dev.cancha.testkit.swarm;

import dev.cancha.testkit.fault.FaultPlan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The seeds of {@code recorded-seeds.txt}, which the build runs again and again. */
final class RecordedSeeds {
  private static final String FILE = "recorded-seeds.txt";

  private RecordedSeeds() {}

  /**
   * One of them.
   *
   * @param plan null: as the seed draws it
   * @param reason why it is kept
   */
  record Recorded(long seed, @Nullable FaultPlan plan, String reason) {
    Verdict run(Staging staging) {
      return plan == null ? SwarmRun.run(staging, seed) : SwarmRun.run(staging, seed, plan);
    }
  }

  static List<Recorded> all() throws IOException {
    try (InputStream file = Objects.requireNonNull(RecordedSeeds.class.getResourceAsStream(FILE), FILE)) {
      return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static List<Recorded> parse(String text) {
    List<Recorded> seeds = new ArrayList<>();
    String reason = "";
    for (String line : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
      if (line.startsWith("#")) {
        reason = line.substring(1).strip();
      } else {
        String[] parts = line.split(" ", 2);
        seeds.add(new Recorded(Long.parseLong(parts[0]), parts.length == 1 ? null : FaultPlan.parse(parts[1]),
            reason));
      }
    }
    return seeds;
  }
}
