package dev.cancha.server.games;

/**
 * What the classes of a game's jar see besides themselves: {@code dev.cancha.common.game}, JSpecify, and the JDK. Of
 * resources they see only the JDK's, so {@link java.util.ServiceLoader} finds no game in it but theirs.
 */
final class RulesOnly extends ClassLoader {
  private static final String RULES = "dev.cancha.common.game";
  private static final String JSPECIFY = "org.jspecify.annotations";

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader host;

  /** A loader that hands on those classes as {@code host} knows them. */
  RulesOnly(ClassLoader host) {
    super("cancha-rules", getPlatformClassLoader());
    this.host = host;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String in = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    if (in.equals(RULES) || in.equals(JSPECIFY)) {
      return host.loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }
}
