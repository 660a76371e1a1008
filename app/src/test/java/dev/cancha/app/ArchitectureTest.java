package dev.cancha.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import dev.cancha.common.CompositionRoot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who may import whom, for all modules. A package that is not in the table fails, and so does an empty scan. A new
 * package gets its row here in the commit that makes it.
 */
class ArchitectureTest {
  private static final String ROOT = "dev.cancha";

  /**
   * Each package with what it may import of ours, besides itself and the marks in {@code common}. A name that ends in
   * {@code .*} stands for each single package below it, one that ends in {@code ..} for a package and all below it.
   */
  private static final Map<String, List<String>> IMPORTS = table("""
      common                :
      common.message        :
      common.game           :
      common.games.*        : common.game
      common.json           : common.game common.message
      common.patch          : common.json common.message
      common.wire           : common.message
      common.check          : common.game common.json common.patch common.message common.bots
      common.bots           : common.game
      common.discovery      : common.json common.message

      server                : server.. common..
      server.api            : server.net server.session server.lobby server.host server.room server.journal \
                              server.replay common..
      server.net            : server.session server.limits common..
      server.session        : server.lobby server.host server.room server.limits common..
      server.lobby          : server.host server.foreign server.room server.bots server.limits common..
      server.host           : server.foreign server.room server.journal server.bots server.limits common..
      server.foreign        :
      server.games          : common..
      server.bots           : server.room server.limits common..
      server.room           : common.message common.game common.json common.patch
      server.replay         : server.room server.journal common.message common.game common.json
      server.metrics        : server.session server.lobby server.host server.journal common..
      server.journal        :
      server.journal.sqlite : server.journal
      server.limits         :

      client..              : client.. common..
      testkit..             : testkit.. client.. server.. common..
      app.text              :
      app.board             : app.text app.join common.message
      app.terminal          : app.text app.board app.join app.find client common.message
      app.league            : app.rating common.json common.message
      app.rating            :
      app.tty               : app.text
      app..                 : app.. testkit.. client.. server.. common..
      """);

  /** Each fenced library with the packages that may use it; of two names that fit, the longer one counts. */
  private static final Map<String, List<String>> LIBRARIES = table("""
      io.netty              : common.wire common.discovery server server.net server.session server.host \
                              server.foreign server.lobby server.api server.metrics client.. testkit.. app \
                              app.load app.find
      tools.jackson         : common.wire client.. app.join app.board app.terminal testkit..
      tools.jackson.core    : common.wire common.json common.patch client.. app.join app.terminal
      tools.jackson.databind : common.wire common.patch client.. app.join app.board app.terminal \
                              app.replay app.load app.match testkit..
      tools.jackson.databind.annotation : common.message common.wire client..
      com.fasterxml.jackson.annotation  : common.message common.wire client..
      java.sql              : server.journal.sqlite
      javax.sql             : server.journal.sqlite
      org.sqlite            : server.journal.sqlite
      org.flywaydb          : server.journal.sqlite
      com.typesafe.config   : server
      io.micrometer         : server server.metrics app
      javax.jmdns           : common.discovery
      picocli               : app..
      org.jline             : app.tty
      org.jline.utils       : app.tty app.text
      org.HdrHistogram      : app.load
      io.nayuki.qrcodegen   : app.host
      ch.qos.logback        : app..
      """);

  private static JavaClasses classes;

  @BeforeAll
  static void scan() {
    classes = new ClassFileImporter().withImportOption(ArchitectureTest::isMainCode).importPackages(ROOT);
  }

  private static boolean isMainCode(Location location) {
    return !location.contains("/test-classes/") && !location.contains("-tests.jar");
  }

  @Test
  void theScanFindsClasses() {
    assertThat(classes).as("classes below " + ROOT).isNotEmpty();
  }

  @Test
  void everyPackageIsInTheTable() {
    Set<String> strangers = new TreeSet<>();
    for (JavaClass type : classes) {
      if (row(ours(type.getPackageName()), IMPORTS.keySet()).isEmpty()) {
        strangers.add(type.getPackageName());
      }
    }
    assertThat(strangers).as("packages without a row in the table of ArchitectureTest").isEmpty();
  }

  @Test
  void everyNameOnTheRightHasARowOfItsOwn() {
    Set<String> unknown = new TreeSet<>();
    IMPORTS.values().forEach(unknown::addAll);
    LIBRARIES.values().forEach(unknown::addAll);
    unknown.removeIf(name -> !row(name.replace("..", ""), IMPORTS.keySet()).isEmpty());
    assertThat(unknown).isSubsetOf("common..", "server..");
  }

  @Test
  void packagesImportOnlyWhatTheTableAllows() {
    Set<String> violations = new TreeSet<>();
    for (JavaClass type : classes) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
        if (!mayImport(type.getPackageName(), target)) {
          violations
              .add(type.getPackageName() + " must not import " + target + ": " + dependency.getDescription());
        }
      }
    }
    assertThat(violations).isEmpty();
  }

  @Test
  void packagesHaveNoCycle() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().allowEmptyShould(true).check(classes);
  }

  /** The list of banned calls is checked by Maven's own JVM, which may not know these methods yet: so they are here. */
  @Test
  void newKindsOfThreadsStartInCompositionRootsOnly() {
    DescribedPredicate<JavaMethodCall> startsAThread = describe("start a thread",
        call -> call.getTargetOwner().isEquivalentTo(Thread.class)
            && Set.of("ofVirtual", "ofPlatform", "startVirtualThread").contains(call.getName())
            && !call.getOrigin().isAnnotatedWith(CompositionRoot.class)
            && !call.getOriginOwner().isAnnotatedWith(CompositionRoot.class));
    noClasses().should().callMethodWhere(startsAThread).check(classes);
  }

  @Test
  void theTableForbidsWhatLeadsBack() {
    assertThat(mayImport("dev.cancha.server.room", "dev.cancha.server.host")).isFalse();
    assertThat(mayImport("dev.cancha.common.message", "dev.cancha.common.game")).isFalse();
    assertThat(mayImport("dev.cancha.common.games.nim", "dev.cancha.common.games.chess")).isFalse();
    assertThat(mayImport("dev.cancha.common.games.nim", "dev.cancha.common.game")).isTrue();
    assertThat(mayImport("dev.cancha.client.web", "dev.cancha.server.net")).isFalse();
    assertThat(mayImport("dev.cancha.server.net", "dev.cancha.server.session")).isTrue();
    assertThat(mayImport("dev.cancha.server.net", "dev.cancha.common")).isTrue();
    assertThat(mayImport("dev.cancha.unheardof", "dev.cancha.common.game")).isFalse();
  }

  @Test
  void theFencesHoldTheLongerName() {
    assertThat(mayImport("dev.cancha.server.room", "io.netty.channel")).isFalse();
    assertThat(mayImport("dev.cancha.server.net", "io.netty.channel")).isTrue();
    assertThat(mayImport("dev.cancha.common.json", "tools.jackson.core.json")).isTrue();
    assertThat(mayImport("dev.cancha.common.json", "tools.jackson.databind")).isFalse();
    assertThat(mayImport("dev.cancha.common.message", "tools.jackson.databind.annotation")).isTrue();
    assertThat(mayImport("dev.cancha.server", "java.sql")).isFalse();
    assertThat(mayImport("dev.cancha.server.journal", "java.sql")).isFalse();
    assertThat(mayImport("dev.cancha.server.journal.sqlite", "java.sql")).isTrue();
    assertThat(mayImport("dev.cancha.common.game", "java.util")).isTrue();
  }

  private static boolean mayImport(String from, String to) {
    String importer = ours(from);
    if (to.equals(from) || to.equals(ROOT + ".common")) {
      return true;
    }
    if (to.startsWith(ROOT + ".")) {
      return matchesAny(ours(to), IMPORTS.getOrDefault(row(importer, IMPORTS.keySet()), List.of()));
    }
    String fence = "";
    for (String library : LIBRARIES.keySet()) {
      if ((to.equals(library) || to.startsWith(library + ".")) && library.length() > fence.length()) {
        fence = library;
      }
    }
    return fence.isEmpty() || matchesAny(importer, LIBRARIES.getOrDefault(fence, List.of()));
  }

  /** The row of a package, or nothing. */
  private static String row(String name, Set<String> rows) {
    return rows.stream().filter(pattern -> matches(name, pattern)).findFirst().orElse("");
  }

  private static boolean matchesAny(String name, List<String> patterns) {
    return patterns.stream().anyMatch(pattern -> matches(name, pattern));
  }

  private static boolean matches(String name, String pattern) {
    if (pattern.endsWith("..")) {
      String parent = pattern.substring(0, pattern.length() - 2);
      return name.equals(parent) || name.startsWith(parent + ".");
    }
    if (pattern.endsWith(".*")) {
      String parent = pattern.substring(0, pattern.length() - 1);
      return name.startsWith(parent) && name.indexOf('.', parent.length()) < 0;
    }
    return name.equals(pattern);
  }

  private static String ours(String packageName) {
    return packageName.startsWith(ROOT + ".") ? packageName.substring(ROOT.length() + 1) : packageName;
  }

  private static Map<String, List<String>> table(String text) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
      String[] sides = line.split(":", -1);
      List<String> right = new ArrayList<>(Arrays.asList(sides[1].strip().split("\\s+")));
      right.removeIf(String::isEmpty);
      rows.put(sides[0].strip(), List.copyOf(right));
    }
    return rows;
  }
}
