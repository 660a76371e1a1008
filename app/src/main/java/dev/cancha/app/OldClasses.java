package dev.cancha.app;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Gives the classes of a folder of jars that were compiled for Java 5 and earlier today's form. They work as they are,
 * but an AOT cache leaves them out, and each start then reads and checks them anew; of the jars here it is picocli,
 * which runs everywhere and pays with a sixth of a start. The launcher runs this before it makes the cache.
 */
public final class OldClasses {
  /** The first version that has maps of its frames (Java 6, JVMS 4.1), without which a class is checked the old way. */
  private static final int FIRST_WITH_FRAMES = ClassFile.JAVA_6_VERSION;
  private static final int RAISED = ClassFile.JAVA_8_VERSION;

  private OldClasses() {}

  /**
   * Raises every jar of a folder that needs it.
   *
   * @param args the folder
   */
  public static void main(String[] args) throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
      for (Path jar : jars) {
        raise(jar);
      }
    }
  }

  /** Replaces the jar by a raised one if it has old classes; whoever has it open goes on with the one that was. */
  static void raise(Path jar) throws IOException {
    try (JarFile from = new JarFile(jar.toFile())) {
      if (!old(from)) {
        return;
      }
      Path raised = jar.resolveSibling(jar.getFileName() + ".raised");
      try {
        copy(jar, from, raised);
        Files.setLastModifiedTime(raised, Files.getLastModifiedTime(jar));
        Files.move(raised, jar, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(raised);
      }
    }
  }

  /** The first class tells: a library is compiled in one go. */
  private static boolean old(JarFile jar) throws IOException {
    for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
      JarEntry entry = entries.nextElement();
      if (isClass(entry)) {
        return ClassFile.of().parse(bytes(jar, entry)).majorVersion() < FIRST_WITH_FRAMES;
      }
    }
    return false;
  }

  private static void copy(Path jar, JarFile from, Path to) throws IOException {
    // The frames need to know which class extends which.
    try (
        URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()},
            OldClasses.class.getClassLoader());
        OutputStream out = Files.newOutputStream(to);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      ClassFile files = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
          ClassFile.ClassHierarchyResolverOption
              .of(ClassHierarchyResolver.ofResourceParsing(loader)
                  .orElse(ClassHierarchyResolver.defaultResolver())));
      for (Enumeration<JarEntry> entries = from.entries(); entries.hasMoreElements();) {
        JarEntry entry = entries.nextElement();
        byte[] bytes = bytes(from, entry);
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        zip.putNextEntry(copy);
        zip.write(isClass(entry) ? raised(files, bytes) : bytes);
        zip.closeEntry();
      }
    }
  }

  private static byte[] raised(ClassFile files, byte[] bytes) {
    // A body that nobody touches is copied with the frames it has, which are none.
    ClassTransform bodies = ClassTransform.transformingMethodBodies((code, element) -> code.with(element));
    return files.transformClass(files.parse(bytes), bodies.andThen((type, element) -> {
      if (element instanceof ClassFileVersion) {
        type.withVersion(RAISED, 0);
      } else {
        type.with(element);
      }
    }));
  }

  /** What stands for other versions of Java is in their form already. */
  private static boolean isClass(JarEntry entry) {
    return entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")
        && !entry.getName().equals("module-info.class");
  }

  private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
    try (var in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
