package dev.cancha.app.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ClientMessage.Request;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class JoinCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<Object> asked = new ArrayList<>();
  private final List<Runnable> stops = new ArrayList<>();
  private String user = "ana";
  private @Nullable FullScreen screen;

  @Test
  void theOptionsSayWhoEntersWhichRoomHow() {
    assertThat(run("", "example.org:8000", "KX3F", "--name", "Ana", "--password", "secret", "--watch"))
        .isZero();
    assertThat(asked).containsExactly("example.org:8000 as Ana",
        new ClientMessage.Join(null, "KX3F", "secret", null, true), "closed");
  }

  @Test
  void withoutANameItIsTheUsersAsFarAsItFits() {
    user = "a\tb" + "c".repeat(40);
    run("", "localhost");
    assertThat(asked).first().isEqualTo("localhost as ab" + "c".repeat(22));
    asked.clear();
    user = " ";
    run("", "localhost");
    assertThat(asked).first().isEqualTo("localhost as Player");
  }

  @Test
  void whatIsTypedIsReadToItsEnd() {
    assertThat(run("/rooms\n/quit\n", "localhost")).isZero();
    assertThat(asked.stream().filter(ClientMessage.ListRooms.class::isInstance)).hasSize(2);
    assertThat(out.toString()).contains("No room is open.");
  }

  @Test
  void anAddressThatIsNoneExitsWithTwo() {
    assertThat(run("", "no address", "KX3F")).isEqualTo(2);
    assertThat(err.toString()).startsWith("'no address' is no address of a server.");
    assertThat(asked).isEmpty();
  }

  @Test
  void aServerIsNeeded() {
    assertThat(run("")).isEqualTo(2);
    assertThat(err.toString()).contains("HOST:PORT");
  }

  @Test
  void aStopAfterTheEndDoesNotWait() {
    run("", "localhost");
    assertThat(stops).hasSize(1);
    stops.getFirst().run();
  }

  @Test
  void onATerminalTheScreenIsToldWhereToGo() {
    List<FullScreen.Wanted> wanted = new ArrayList<>();
    screen = where -> {
      wanted.add(where);
      return 7;
    };
    assertThat(run("")).isEqualTo(7);
    run("", "kx3f", "--password", "secret");
    run("", "KX3FKX3F", "--watch");
    run("", "localhost", "KX3F", "--name", "Ana");
    run("", "mars:7777");
    assertThat(wanted).containsExactly(new FullScreen.Wanted(null, null, null, false, "ana"),
        new FullScreen.Wanted(null, "kx3f", "secret", false, "ana"),
        new FullScreen.Wanted(null, "KX3FKX3F", null, true, "ana"),
        new FullScreen.Wanted("localhost", "KX3F", null, false, "Ana"),
        new FullScreen.Wanted("mars:7777", null, null, false, "ana"));
    assertThat(asked).isEmpty();
  }

  @Test
  void onATerminalPlainLinesCanBeHadToo() {
    screen = _ -> 7;
    assertThat(run("/quit\n", "localhost", "--plain")).isZero();
    assertThat(asked).first().isEqualTo("localhost as ana");
  }

  private int run(String input, String... arguments) {
    var machine = new JoinCommand.Machine(this::connect, new BufferedReader(new StringReader(input)), true,
        user, screen, stops::add);
    return new CommandLine(new JoinCommand(machine)).setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private Link connect(String server, String name, Consumer<Event> post) {
    if (server.contains(" ")) {
      throw new IllegalArgumentException("'" + server + "' is no address of a server");
    }
    asked.add(server + " as " + name);
    post.accept(new Event.Welcomed("p1", List.of()));
    return new Answering();
  }

  /** A server without rooms that says yes to everything. */
  private final class Answering implements Link {
    @Override
    public CompletionStage<? extends ServerMessage> ask(Request request) {
      asked.add(request);
      return CompletableFuture.completedFuture(request instanceof ClientMessage.ListRooms
          ? new ServerMessage.Rooms(1, List.of())
          : new ServerMessage.Done(1, 1L));
    }

    @Override
    public CompletionStage<?> act(Json action) {
      return CompletableFuture.completedFuture(action);
    }

    @Override
    public void close() {
      asked.add("closed");
    }
  }
}
