package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class OldClassesTest {
  @TempDir
  private Path folder;
  private Path jar = Path.of("");

  @BeforeEach
  void aCopyOfPicocli() throws Exception {
    Path original = Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    jar = Files.copy(original, folder.resolve("picocli.jar"));
    assertThat(versions()).as("picocli, which this is for").contains(49);
  }

  @Test
  @DisplayName("no class of the jar is older than Java 8 then, and nothing else has changed")
  void raises() throws IOException {
    List<String> names = names();
    OldClasses.main(new String[] {folder.toString()});
    assertThat(versions()).containsOnly(52);
    assertThat(names()).isEqualTo(names);
    assertThat(folder).isDirectoryContaining("glob:**/picocli.jar");
    try (var left = Files.list(folder)) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  @DisplayName("its classes pass the checks of the JVM and do what they did")
  void works() throws Exception {
    OldClasses.raise(jar);
    try (URLClassLoader alone = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      for (String name : names()) {
        if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.contains("groovy")) {
          Class.forName(name.substring(0, name.length() - 6).replace('/', '.'), true, alone);
        }
      }
      Class<?> help = Class.forName("picocli.CommandLine$Help$Ansi", true, alone);
      Object off = help.getField("OFF").get(null);
      assertThat(help.getMethod("string", String.class).invoke(off, "@|bold three|@ words"))
          .isEqualTo("three words");
    }
  }

  @Test
  @DisplayName("a jar that is raised already is left alone")
  void leaves() throws IOException {
    OldClasses.raise(jar);
    Object file = Files.getAttribute(jar, "unix:ino");
    OldClasses.raise(jar);
    assertThat(Files.getAttribute(jar, "unix:ino")).isEqualTo(file);
  }

  private List<String> names() throws IOException {
    try (JarFile read = new JarFile(jar.toFile())) {
      return read.stream().map(JarEntry::getName).toList();
    }
  }

  private List<Integer> versions() throws IOException {
    try (JarFile read = new JarFile(jar.toFile())) {
      return read.stream()
          .filter(entry -> entry.getName().endsWith(".class"))
          .filter(entry -> !entry.getName().startsWith("META-INF/"))
          .map(entry -> version(read, entry))
          .toList();
    }
  }

  private static int version(JarFile jar, JarEntry entry) {
    try (InputStream in = jar.getInputStream(entry); DataInputStream data = new DataInputStream(in)) {
      data.readInt();
      data.readUnsignedShort();
      return data.readUnsignedShort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
