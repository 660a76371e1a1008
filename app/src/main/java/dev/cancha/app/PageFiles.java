package dev.cancha.app;

import dev.cancha.server.api.WebRoot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the page from the class path: the files that {@code web/files.txt} lists, since jars cannot be searched. */
final class PageFiles {
  private static final String FOLDER = "/web/";
  private static final String LIST = "files.txt";

  private PageFiles() {}

  static WebRoot read() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    new String(bytes(LIST), StandardCharsets.UTF_8).lines()
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .forEach(name -> files.put(name, bytes(name)));
    return new WebRoot(files);
  }

  private static byte[] bytes(String name) {
    try (InputStream in = PageFiles.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("The page has no file " + name + " on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
