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
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
  private static final Pattern ALLOWED = Pattern.compile("Cpus_allowed_list:\\s*([0-9,-]+)");

  /**
   * On the last processor that this process may use, since the first ones serve the most interrupts; from now on this
   * process keeps to the others, so that what it does is no part of what it measures.
   */
  @CompositionRoot("looks at the system around")
  static Placement here(List<String> jvm, Path folder) {
    SortedSet<Integer> allowed = pins() ? allowed() : new TreeSet<>();
    if (allowed.isEmpty()) {
      return new Placement(null, jvm, folder);
    }
    int core = allowed.removeLast();
    if (!allowed.isEmpty()) {
      keepTo(allowed);
    }
    return new Placement(core, jvm, folder);
  }

  @CompositionRoot("runs taskset, and waits for it on the command's thread")
  private static void keepTo(SortedSet<Integer> cores) {
    String list = cores.stream().map(String::valueOf).collect(Collectors.joining(","));
    try {
      new ProcessBuilder("taskset", "-a", "-c", "-p", list, String.valueOf(ProcessHandle.current().pid()))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new LoadError("taskset cannot be run: " + e.getMessage() + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoadError("The trial was interrupted.");
    }
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

  private static SortedSet<Integer> allowed() {
    try {
      return allowed(Files.readString(STATUS));
    } catch (IOException e) {
      return new TreeSet<>();
    }
  }

  /** The numbers of the list in {@code /proc/self/status}, such as {@code 0-3,8}. */
  static SortedSet<Integer> allowed(String status) {
    SortedSet<Integer> cores = new TreeSet<>();
    Matcher found = ALLOWED.matcher(status);
    if (found.find()) {
      for (String range : found.group(1).split(",", -1)) {
        String[] ends = range.split("-", 2);
        int last = Integer.parseInt(ends[ends.length - 1]);
        for (int core = Integer.parseInt(ends[0]); core <= last; core++) {
          cores.add(core);
        }
      }
    }
    return cores;
  }
}
