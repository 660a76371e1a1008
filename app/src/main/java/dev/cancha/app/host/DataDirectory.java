package dev.cancha.app.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a server keeps what must outlive it. It is this user's alone, and one server's at a time: the
 * lock is the operating system's, so it is gone when the process is, however that ends.
 */
public final class DataDirectory implements AutoCloseable {
  static final int KEY_BYTES = 32;
  private static final String KEY_FILE = "token.key";
  private static final String LOCK_FILE = "lock";
  private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private final Path path;
  private final FileChannel lockChannel;
  private final byte[] tokenKey;

  private DataDirectory(Path path, FileChannel lockChannel, byte[] tokenKey) {
    this.path = path;
    this.lockChannel = lockChannel;
    this.tokenKey = tokenKey;
  }

  /** Where a server on {@code port} keeps its data unless told otherwise. */
  public static Path standard(Map<String, String> environment, String home, int port) {
    String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    // the specification says that a relative path is to be ignored
    Path base = xdg.startsWith("/") ? Path.of(xdg)
        : home(environment, home).resolve(".local").resolve("share");
    return base.resolve("cancha").resolve(String.valueOf(port));
  }

  /** What a shell calls ~; {@code known} is the home that the system has for this user. */
  private static Path home(Map<String, String> environment, String known) {
    String home = environment.getOrDefault("HOME", "");
    return Path.of(home.startsWith("/") ? home : known);
  }

  /**
   * Opens {@code path}, which is made if it is not there.
   *
   * @param random fills an array with bytes that nobody can guess
   * @throws InUse if another server has it
   * @throws HostError if it cannot be used for any other reason
   */
  public static DataDirectory open(Path path, Consumer<byte[]> random) {
    try {
      Files.createDirectories(path, owned(path, FOLDER));
      FileChannel channel = FileChannel.open(path.resolve(LOCK_FILE),
          Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), owned(path, FILE));
      return lock(channel) == null ? refuse(path, channel) : withKey(path, channel, random);
    } catch (FileSystemException e) {
      String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
      throw new HostError(
          "The data directory " + path + " cannot be used: " + e.getFile() + ": " + reason + ".");
    } catch (IOException e) {
      throw new HostError("The data directory " + path + " cannot be used: " + e.getMessage() + ".");
    }
  }

  private static DataDirectory refuse(Path path, FileChannel channel) throws IOException {
    channel.close();
    throw new InUse(path);
  }

  private static DataDirectory withKey(Path path, FileChannel channel, Consumer<byte[]> random)
      throws IOException {
    try {
      return new DataDirectory(path, channel, key(path, random));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** The key that signs the tokens of this server's sessions: 32 bytes. */
  public byte[] tokenKey() {
    return tokenKey.clone();
  }

  public Path path() {
    return path;
  }

  /** Gives the directory free for another server. */
  @Override
  public void close() {
    try {
      lockChannel.close();
    } catch (IOException e) {
      throw new HostError("The lock of " + path + " cannot be given back: " + e.getMessage() + ".");
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Reads the key, or makes one: under another name first, so that a crash leaves no half of one. */
  private static byte[] key(Path directory, Consumer<byte[]> random) throws IOException {
    Path file = directory.resolve(KEY_FILE);
    if (!Files.exists(file)) {
      byte[] fresh = new byte[KEY_BYTES];
      random.accept(fresh);
      Path part = directory.resolve(KEY_FILE + ".part");
      Files.deleteIfExists(part);
      try (FileChannel out = FileChannel.open(part,
          Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
          owned(directory, FILE))) {
        out.write(ByteBuffer.wrap(fresh));
        out.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
    byte[] key = Files.readAllBytes(file);
    if (key.length != KEY_BYTES) {
      throw new HostError(file + " has " + key.length + " bytes, but a key has " + KEY_BYTES
          + ": restore it, or delete it, which ends all sessions.");
    }
    return key;
  }

  private static FileAttribute<?>[] owned(Path path, Set<PosixFilePermission> permissions) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  /** Another server runs in the same directory. */
  static final class InUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InUse(Path path) {
      super("Another server runs in the data directory " + path
          + ": stop it, or give this one its own with --data.");
    }
  }
}
