package dev.cancha.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir
  Path folder;

  @Test
  void itStandsWhereTheDesktopSpecificationPutsData() {
    assertThat(DataDirectory.standard(Map.of(), "/home/ana", 7777))
        .isEqualTo(Path.of("/home/ana/.local/share/cancha/7777"));
    assertThat(DataDirectory.standard(Map.of("XDG_DATA_HOME", "/data"), "/home/ana", 8000))
        .isEqualTo(Path.of("/data/cancha/8000"));
    assertThat(DataDirectory.standard(Map.of("XDG_DATA_HOME", "relative"), "/home/ana", 1))
        .isEqualTo(Path.of("/home/ana/.local/share/cancha/1"));
    assertThat(DataDirectory.standard(Map.of("HOME", "/home/beto"), "/home/ana", 1))
        .isEqualTo(Path.of("/home/beto/.local/share/cancha/1"));
  }

  @Test
  void itIsMadeForItsUserAloneWithAKeyOf32Bytes() throws IOException {
    Path path = folder.resolve("a/b");
    try (DataDirectory data = DataDirectory.open(path, DataDirectoryTest::sevens)) {
      assertThat(data.tokenKey()).hasSize(32).containsOnly(7);
      assertThat(data.path()).isEqualTo(path);
    }
    assertThat(permissions(path)).isEqualTo("rwx------");
    assertThat(permissions(path.resolve("token.key"))).isEqualTo("rw-------");
    assertThat(path.resolve("token.key")).hasSize(32);
    assertThat(path.resolve("token.key.part")).doesNotExist();
  }

  @Test
  void theKeyStaysTheSameAndIsHandedOutAsACopy() {
    try (DataDirectory first = DataDirectory.open(folder, DataDirectoryTest::sevens)) {
      Arrays.fill(first.tokenKey(), (byte) 0);
      assertThat(first.tokenKey()).containsOnly(7);
    }
    try (DataDirectory second = DataDirectory.open(folder, DataDirectoryTest::never)) {
      assertThat(second.tokenKey()).containsOnly(7);
    }
  }

  @Test
  void halfAKeyThatACrashLeftIsMadeAnew() throws IOException {
    Files.write(folder.resolve("token.key.part"), new byte[5]);
    try (DataDirectory data = DataDirectory.open(folder, DataDirectoryTest::sevens)) {
      assertThat(data.tokenKey()).containsOnly(7);
    }
  }

  @Test
  void aSecondServerIsRefusedUntilTheFirstHasGone() {
    try (DataDirectory _ = DataDirectory.open(folder, DataDirectoryTest::sevens)) {
      assertThatThrownBy(() -> DataDirectory.open(folder, DataDirectoryTest::sevens))
          .isInstanceOf(DataDirectory.InUse.class)
          .hasMessage("Another server runs in the data directory " + folder
              + ": stop it, or give this one its own with --data.");
    }
    DataDirectory.open(folder, DataDirectoryTest::never).close();
  }

  @Test
  void aKeyOfAnotherSizeIsRefusedAndNotReplaced() throws IOException {
    Files.write(folder.resolve("token.key"), new byte[31]);
    assertThatThrownBy(() -> DataDirectory.open(folder, DataDirectoryTest::never))
        .isInstanceOf(HostError.class)
        .hasMessage(folder.resolve("token.key")
            + " has 31 bytes, but a key has 32: restore it, or delete it, which ends all sessions.");
    assertThat(folder.resolve("token.key")).hasSize(31);
    Files.delete(folder.resolve("token.key"));
    DataDirectory.open(folder, DataDirectoryTest::sevens).close();
  }

  @Test
  void aPathThatIsNoFolderIsToldInASentence() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> DataDirectory.open(file, DataDirectoryTest::sevens))
        .isInstanceOf(HostError.class)
        .hasMessageStartingWith("The data directory " + file + " cannot be used: ")
        .hasMessageEndingWith(".");
    assertThatThrownBy(() -> DataDirectory.open(file.resolve("below"), DataDirectoryTest::sevens))
        .isInstanceOf(HostError.class);
  }

  private static void sevens(byte[] key) {
    Arrays.fill(key, (byte) 7);
  }

  private static void never(byte[] key) {
    throw new AssertionError("a key of " + key.length + " bytes is there already");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
