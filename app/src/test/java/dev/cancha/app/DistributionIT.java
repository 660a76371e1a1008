package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people download, unpacked where nothing is but a Java 25. Runs where the build makes it: with -Pdist. */
class DistributionIT {
  /** The JVM ends at once where its AOT cache does not fit. */
  private static final String CACHE_OR_NOTHING = "-XX:AOTMode=on";

  @TempDir
  Path folder;

  private final String archive = System.getProperty("cancha.distribution");
  private Path unpacked;

  @BeforeEach
  void unpack() throws Exception {
    Files.createDirectory(folder.resolve("home"));
    Process tar = new ProcessBuilder("tar", "-xzf", archive + ".tar.gz", "-C", folder.toString()).inheritIO()
        .start();
    assertThat(tar.waitFor()).isZero();
    unpacked = folder.resolve(Path.of(archive).getFileName());
  }

  @Test
  void itHostsAndTwoJoinAndPlay() throws Exception {
    try (CanchaProcess host = cancha("", "host", "connectFour", "--port", "0", "--set",
        "server.bind=127.0.0.1")) {
      host.says("for a program that speaks WebSocket");
      String[] join = {"join", "127.0.0.1:" + host.port(), host.code(), "--name"};
      try (CanchaProcess ana = cancha("/ready\n3\n3\n3\n3\n", with(join, "Ana"))) {
        ana.says("You are ready");
        try (CanchaProcess beto = cancha("/ready\n0\n1\n2\n", with(join, "Beto"))) {
          assertThat(ana.exitCode()).as(ana.err()).isZero();
          assertThat(beto.exitCode()).as(beto.err()).isZero();
          assertThat(beto.out()).contains("The match is over: Ana wins (fourInLine).");
        }
      }
      assertThat(host.err()).as("it was ready for this Java").isEmpty();
    }
    assertThat(folder.resolve("home")).as("data of the host").isNotEmptyDirectory();
  }

  @Test
  void itsAotCacheFitsAndIsMadeAgainForAnotherJava() throws Exception {
    Path fitsFor = unpacked.resolve("aot.for");
    String made = Files.readString(fitsFor);
    try (CanchaProcess asks = cancha("", "--version")) {
      assertThat(asks.exitCode()).as(asks.err()).isZero();
      assertThat(asks.out()).startsWith("cancha ");
      assertThat(asks.err()).isEmpty();
    }
    Files.writeString(fitsFor, "another Java\n");
    Files.writeString(unpacked.resolve("aot"), "of another Java");
    try (CanchaProcess asks = cancha("", "--version")) {
      assertThat(asks.exitCode()).as(asks.err()).isZero();
      assertThat(asks.err()).contains("getting ready for this Java");
    }
    assertThat(fitsFor).hasContent(made);
  }

  @Test
  void withoutAnyJavaItSaysWhatIsMissing() throws Exception {
    // a path with the tools that it uses and no Java, and no folder of this machine where one may be
    Path tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : List.of("sh", "dirname", "readlink")) {
      Files.createSymbolicLink(tools.resolve(tool), Path.of("/bin", tool).toRealPath());
    }
    Path script = unpacked.resolve("cancha");
    Files.writeString(script,
        Files.readString(script).replaceAll(" (/usr/lib/jvm|/usr/java|/opt)/", " /nowhere/"));
    ProcessBuilder command = new ProcessBuilder(tools.resolve("sh").toString(), script.toString(),
        "--version");
    command.environment().clear();
    command.environment().put("PATH", tools.toString());
    command.environment().put("HOME", folder.resolve("home").toString());
    command.environment().put("JAVA25_HOME", folder.toString());
    try (CanchaProcess asks = CanchaProcess.start(folder, "", command)) {
      assertThat(asks.exitCode()).isOne();
      assertThat(asks.err())
          .isEqualTo("cancha: no Java 25 was found: install one, or set JAVA25_HOME to its folder.\n");
    }
  }

  @Test
  void theZipHoldsTheSameAndSaysWhatItIsMadeOf() throws IOException {
    List<String> zipped = new ArrayList<>();
    try (ZipFile zip = new ZipFile(archive + ".zip")) {
      for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory()) {
          zipped.add(entry.getName());
          assertThat(folder.resolve(entry.getName())).hasSize(entry.getSize());
        }
      }
    }
    String top = unpacked.getFileName() + "/";
    assertThat(zipped).contains(top + "cancha", top + "cancha.cmd", top + "config/cancha.conf",
        top + "LICENSE",
        top + "README.md", top + "aot", top + "bom.json");
    assertThat(unpacked.resolve("bom.json")).content()
        .contains("\"bomFormat\" : \"CycloneDX\"", "netty-handler",
            "\"licenses\"")
        .doesNotContain("junit");
    assertThat(zipped).anyMatch(name -> name.startsWith(top + "lib/cancha-common-"))
        .noneMatch(name -> name.contains("junit") || name.contains("archunit"));
  }

  private static String[] with(String[] arguments, String last) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(last);
    return all.toArray(String[]::new);
  }

  /** The launcher, in an empty home, with nothing on the path but the system's tools and a Java 25. */
  private CanchaProcess cancha(String input, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(unpacked.resolve("cancha").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin");
    builder.environment().put("HOME", folder.resolve("home").toString());
    builder.environment().put("CANCHA_JAVA_OPTS", CACHE_OR_NOTHING);
    return CanchaProcess.start(folder, input, builder);
  }
}
