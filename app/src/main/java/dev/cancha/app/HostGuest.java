package dev.cancha.app;

import dev.cancha.app.host.Guest;
import dev.cancha.app.join.FullScreen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * Opens the client on the terminal of the server whenever Enter is pressed there.
 *
 * @param name of the player
 */
record HostGuest(BufferedReader in, PrintWriter out, FullScreen screen, String name) implements Guest {
  @Override
  public void invite(String server, @Nullable String code, Runnable again) {
    try {
      ask();
      while (in.readLine() != null) {
        screen.play(new FullScreen.Wanted(server, code, null, false, name));
        again.run();
        ask();
      }
    } catch (IOException e) {
      // a keyboard that cannot be read any more has nobody at it
    }
  }

  private void ask() {
    out.println("Press Enter to play here; Ctrl-C stops the server.");
    out.flush();
  }
}
