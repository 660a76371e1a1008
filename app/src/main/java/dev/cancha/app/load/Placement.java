package dev.cancha.app.load;

import dev.cancha.common.CompositionRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where servers run, and with what.
 *
 * @param core the one processor that they share, or null where this system cannot hold a process to one
 * @param jvm more options of the servers' JVMs
 * @param folder in which each server gets a folder of its own for its data
 */
record Placement(@Nullable Integer core, List<String> jvm, Path folder) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern ALLOWED = Pattern.compile("Cpus_allowed_list:.*?([0-9]+)\\s");

  /** On the last processor that this process may use, since the first ones serve the most interrupts. */
  @CompositionRoot("looks at the system around")
  static Placement here(List<String> jvm, Path folder) {
    return new Placement(pins() ? lastAllowed() : null, jvm, folder);
  }

  /** A new folder for one server, or for what it is started with. */
  Path scratch() {
    try {
      return Files.createTempDirectory(folder, "cancha-load");
    } catch (IOException e) {
      throw new LoadError("There can be no folder for a server's data: " + e + ".");
    }
  }

  /** Removes {@code scratch} with all that is in it. */
  static void remove(Path scratch) {
    try (Stream<Path> files = Files.walk(scratch)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The command that starts the class {@code program} with its arguments, as this process was started. */
  List<String> command(List<String> program) {
    List<String> command = new ArrayList<>();
    if (core != null) {
      command.addAll(List.of("taskset", "-c", String.valueOf(core)));
    }
    command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(startOptions());
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(program);
    return command;
  }

  /** What the launcher gives every start, and so this one: classes that were prepared, and how to compile. */
  private static List<String> startOptions() {
    return ManagementFactory.getRuntimeMXBean()
        .getInputArguments()
        .stream()
        .filter(
            option -> option.startsWith("-XX:") || option.startsWith("-Xlog:") || option.startsWith("-Djdk."))
        .toList();
  }

  /** As a sentence for those who read the figures. */
  String told() {
    return core == null ? "the servers on any processor, since there is no taskset to hold them to one"
        : "the servers held to processor " + core;
  }

  private static boolean pins() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "taskset")));
  }

  private static @Nullable Integer lastAllowed() {
    try {
      return lastAllowed(Files.readString(STATUS));
    } catch (IOException e) {
      return null;
    }
  }

  /** The last number of the list in {@code /proc/self/status}. */
  static @Nullable Integer lastAllowed(String status) {
    Matcher found = ALLOWED.matcher(status);
    return found.find() ? Integer.valueOf(found.group(1)) : null;
  }
}
