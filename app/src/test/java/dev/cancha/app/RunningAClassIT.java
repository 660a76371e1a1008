package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** docs/running-a-class.md: its commands are run one after the other, with a class of three and fewer matches. */
class RunningAClassIT {
  private static final Path PAGE = Path.of("../docs/running-a-class.md");
  /** So that two short matches of three bots are enough. */
  private static final Pattern GAMES = Pattern.compile("--games [0-9]+");

  @TempDir
  Path folder;

  /** The blocks of the page in that language. */
  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(Files.readString(PAGE))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void theCommandsOfThePageWork() throws Exception {
    PlayScript.needsPython();
    Path bots = Files.createDirectory(folder.resolve("bots"));
    Files.writeString(bots.resolve("ana.py"), blocks("python").getFirst());
    Files.writeString(bots.resolve("caro.py"), "raise SystemExit('I have not begun')\n");
    Files.writeString(bots.resolve("Beto.java"), blocks("java").getFirst());
    Path cancha = folder.resolve("cancha");
    Files.writeString(cancha, "#!/bin/sh\nexec " + CanchaProcess.command(folder)
        .stream()
        .map(word -> "'" + word + "'")
        .collect(Collectors.joining(" ")) + " \"$@\"\n");
    assertThat(cancha.toFile().setExecutable(true)).isTrue();

    String output = run(GAMES.matcher(String.join("\n", blocks("sh"))).replaceAll("--games 2"));

    assertThat(output).contains("caro fails: see tried/caro.txt")
        .doesNotContain("ana fails", "Beto fails")
        .containsPattern("(?m)^3  caro +4 +0\\.0 ");
    assertThat(Files.readString(folder.resolve("tried/caro.txt"))).contains("caro failed first so (crash)");
    assertThat(folder.resolve("class/replays/1.jsonl")).isNotEmptyFile();
    assertThat(Files.readString(folder.resolve("class.json"))).startsWith("{\"league\":1,");
  }

  /** By a shell that ends with the first command that fails, with the Java of this test before any other. */
  private String run(String commands) throws Exception {
    ProcessBuilder shell = new ProcessBuilder("sh", "-e", "-c", commands).directory(folder.toFile())
        .redirectErrorStream(true);
    shell.environment()
        .merge("PATH", Path.of(System.getProperty("java.home"), "bin").toString(),
            (old, java) -> java + ":" + old);
    Process process = shell.start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
      return output;
    } finally {
      process.destroyForcibly();
    }
  }
}
