package dev.cancha.app;

import dev.cancha.app.find.Finder;
import dev.cancha.app.join.FullScreen;
import dev.cancha.app.terminal.Client;
import dev.cancha.app.terminal.ClientDialer;
import dev.cancha.app.terminal.Goal;
import dev.cancha.app.terminal.Surroundings;
import dev.cancha.app.tty.Stage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Puts the full-screen client together: screens, connection and terminal.
 *
 * @param environment of the process
 * @param out for what is said when the screen is gone
 */
record TerminalScreen(Map<String, String> environment, Finder finder, PrintWriter out) implements FullScreen {
  @Override
  public int play(Wanted wanted) {
    var stage = new Stage(environment);
    var client = new Client[1];
    var surroundings = new Surroundings(new ClientDialer(), finder, wanted.name(),
        heard -> stage.post(() -> client[0].hear(heard)));
    client[0] = new Client(new Goal(wanted.server(), wanted.code(), wanted.password(), wanted.watch()),
        surroundings);
    stage.post(client[0]::start);
    try {
      stage.run(client[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      surroundings.close();
    }
    if (!client[0].farewell().isEmpty()) {
      out.println(client[0].farewell());
    }
    return client[0].exit();
  }
}
