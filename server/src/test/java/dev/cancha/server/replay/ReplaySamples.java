package dev.cancha.server.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Game;
import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.common.message.Settings;
import dev.cancha.server.games.Race;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.replay.PlayedRoom.Play;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Replays of matches that were played by chance. */
public final class ReplaySamples {
  public static final List<Game<?, ?>> GAMES = List.of(new ConnectFour(), new Dudo(), new Race());
  private static final List<String> COLUMNS = IntStream.range(0, 7)
      .mapToObj("{\"column\":%d}"::formatted)
      .toList();
  private static final List<String> TURNS = List.of("{\"turn\":\"on\"}", "{\"turn\":\"still\"}",
      "{\"roll\":true}");
  private static final Settings HURRIED = new Settings(null, 20, 1, null, 5);

  private ReplaySamples() {}

  public static PlayedRoom connectFour(long seed) {
    return new PlayedRoom(new Play(GAMES.get(0), GAMES.get(0).info().types().options(), COLUMNS),
        seed % 2 == 0 ? Settings.NONE : HURRIED, seed);
  }

  static PlayedRoom dudo(long seed) {
    List<String> acts = new ArrayList<>(List.of("{\"call\":\"dudo\"}", "{\"call\":\"calzo\"}"));
    for (int count = 1; count < 9; count++) {
      for (int face = 1; face <= 6; face++) {
        acts.add("{\"bid\":{\"count\":%d,\"face\":%d}}".formatted(count, face));
      }
    }
    return new PlayedRoom(new Play(GAMES.get(1), GAMES.get(1).info().types().options(), acts),
        seed % 2 == 0 ? Settings.NONE : HURRIED, seed);
  }

  /** Ticks, so that inputs come in them and runs of them without any. */
  static PlayedRoom race(long seed) {
    return new PlayedRoom(new Play(GAMES.get(2), new Race.Options(40, 2, seed % 5 == 0), TURNS),
        seed % 2 == 0 ? Settings.NONE : new Settings(9, null, null, null, 5), seed);
  }

  static PlayedRoom any(long seed) {
    return switch ((int) (seed % 3)) {
      case 0 -> connectFour(seed);
      case 1 -> dudo(seed);
      default -> race(seed);
    };
  }

  public static byte[] replay(PlayedRoom room, FinishedMatch match) {
    Game<?, ?> game = GAMES.stream()
        .filter(each -> each.info().id().equals(match.game()))
        .findFirst()
        .orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ReplayWriter.write(match, game, room, out);
    } catch (NoReplay | IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  /** What is wrong with {@code file}; null where all is right. */
  static @Nullable String verdict(byte[] file) {
    return verdict(file, GAMES);
  }

  static @Nullable String verdict(byte[] file, List<Game<?, ?>> games) {
    try {
      return ReplayCheck.difference(Replay.read(file), games, step -> {});
    } catch (Damaged e) {
      assertThat(e).hasMessageContaining("line ");
      return e.getMessage();
    } catch (NoReplay e) {
      throw new AssertionError("no replay any more", e);
    }
  }

  /** With sums that fit. */
  static byte[] sealed(String text) {
    Sums sums = new Sums();
    StringBuilder sealed = new StringBuilder();
    text.lines().forEach(line -> {
      byte[] object = line.replaceFirst(",\"sum\":\"[0-9a-f]{16}\"}$", "}").getBytes(StandardCharsets.UTF_8);
      sealed.append(new String(sums.seal(object), StandardCharsets.UTF_8)).append('\n');
    });
    return sealed.toString().getBytes(StandardCharsets.UTF_8);
  }
}
