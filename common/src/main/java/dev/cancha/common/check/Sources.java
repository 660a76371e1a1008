package dev.cancha.common.check;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the class files of a game, and finds calls that make the same match another one on another day or machine.
 * Random play cannot be trusted to find them: a clock that is read in seconds hardly ever differs. Owner: one call.
 */
final class Sources {
  /** Many more than a game has; it may bring libraries along. */
  private static final int MOST_CLASSES = 2_000;
  private static final List<String> BANNED = List.of("java/lang/System.nanoTime",
      "java/lang/System.currentTimeMillis",
      "java/lang/System.identityHashCode", "java/lang/Math.random", "java/util/Random.",
      "java/util/SplittableRandom.",
      "java/util/concurrent/ThreadLocalRandom.", "java/security/SecureRandom.", "java/util/UUID.randomUUID",
      "java/util/Date.<init>", "java/util/Calendar.getInstance", "java/time/Clock.system",
      "java/time/Instant.now",
      "java/time/LocalDate.now", "java/time/LocalTime.now", "java/time/LocalDateTime.now",
      "java/time/ZonedDateTime.now",
      "java/util/Collections.shuffle", "java/lang/Thread.", "java/util/concurrent/Executors.",
      "java/util/concurrent/CompletableFuture.", "java/nio/file/Files.", "java/io/File.", "java/net/Socket.",
      "java/net/URL.open", "java/net/http/", "java/lang/ProcessBuilder.");
  private static final List<String> UNORDERED = List.of("java/util/HashMap.<init>",
      "java/util/HashSet.<init>",
      "java/util/Map.of", "java/util/Map.copyOf", "java/util/Set.of", "java/util/Set.copyOf",
      "java/util/stream/Collectors.toSet", "java/util/IdentityHashMap.",
      "java/util/concurrent/ConcurrentHashMap.");

  private final Tally tally;
  private final ClassLoader loader;
  /** The game's package, as the beginning of names; empty for the one without a name. */
  private final String home;
  private final Set<String> known = new LinkedHashSet<>();
  private final Deque<String> next = new ArrayDeque<>();

  private Sources(Tally tally, ClassLoader loader, String home) {
    this.tally = tally;
    this.loader = loader;
    this.home = home;
  }

  /**
   * Looks at the class and at all in its package, or below, whose members it uses.
   *
   * @throws Violation at the first call that is banned
   */
  static void look(Class<?> game, Tally tally) {
    ClassLoader loader = game.getClassLoader();
    if (loader != null) {
      String home = game.getPackageName().replace('.', '/');
      new Sources(tally, loader, home.isEmpty() ? home : home + "/").from(game);
    }
  }

  private void from(Class<?> game) {
    later(game.getName().replace('.', '/'));
    while (!next.isEmpty()) {
      ClassModel model = read(next.remove());
      if (model == null) {
        continue;
      }
      model.superclass().ifPresent(each -> later(each.asInternalName()));
      model.interfaces().forEach(each -> later(each.asInternalName()));
      for (PoolEntry entry : model.constantPool()) {
        if (entry instanceof MemberRefEntry member) {
          called(model, member);
          later(member.owner().asInternalName());
        }
      }
    }
  }

  private boolean isAtHome(String name) {
    return home.isEmpty() ? name.indexOf('/') < 0 : name.startsWith(home);
  }

  private void later(String name) {
    if (isAtHome(name) && known.size() < MOST_CLASSES && known.add(name)) {
      next.add(name);
    }
  }

  private @Nullable ClassModel read(String name) {
    try (InputStream in = loader.getResourceAsStream(name + ".class")) {
      return in == null ? null : ClassFile.of().parse(in.readAllBytes());
    } catch (IOException | IllegalArgumentException e) {
      return null; // what cannot be read cannot be run either, and is told where it is run
    }
  }

  private void called(ClassModel by, MemberRefEntry member) {
    String call = member.owner().asInternalName() + "." + member.name().stringValue();
    String where = by.thisClass().asInternalName().replace('/', '.') + " calls "
        + call.replace('/', '.').replace(".<init>", "'s constructor");
    if (BANNED.stream().anyMatch(call::startsWith)) {
      throw new Violation(Check.SOURCES, where,
          "Rules read no clock, file or network, start no thread, and draw from Chance alone.");
    }
    if (UNORDERED.contains(call)
        || UNORDERED.stream().anyMatch(each -> each.endsWith(".") && call.startsWith(each))) {
      tally.warn(Check.SOURCES, where + ", whose order differs from one JVM to the next",
          "Where anything depends on its order, matches cannot be repeated: use a TreeMap or a TreeSet.");
    }
  }
}
