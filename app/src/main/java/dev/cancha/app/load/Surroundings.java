package dev.cancha.app.load;

import dev.cancha.common.CompositionRoot;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a reader of figures must know of the machine. */
public final class Surroundings {
  private static final Path CPUS = Path.of("/proc/cpuinfo");

  private Surroundings() {}

  static List<String> facts(Placement placement, Disk disk) {
    return List.of(machine(), disk.told(),
        placement.told() + "; one event loop for all clients, in the command's own process");
  }

  /** The machine and its JVM. */
  @CompositionRoot("looks at the machine around")
  public static String machine() {
    String cpus;
    try {
      cpus = Files.isReadable(CPUS) ? model(Files.readString(CPUS)) : System.getProperty("os.arch");
    } catch (IOException e) {
      cpus = System.getProperty("os.arch");
    }
    return Runtime.getRuntime().availableProcessors() + " processors (" + cpus + "), "
        + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", JDK "
        + Runtime.version();
  }

  /** How many programs of this machine wanted to run within the last minute, on average. */
  @CompositionRoot("looks at the machine around")
  static String load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", load);
  }

  /** The name that the first processor gives itself in {@code /proc/cpuinfo}. */
  static String model(String cpuInfo) {
    return cpuInfo.lines()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }
}
