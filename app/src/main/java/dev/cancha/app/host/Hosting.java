package dev.cancha.app.host;

import java.time.Duration;

/** A running server and the directory that is its own. */
record Hosting(ServerLauncher.Running server, DataDirectory directory) {
  /** Stops both; gives the process's exit code: 1 if the server did not stop in time. */
  int stop(Duration drain) {
    boolean drained = server.drain(drain);
    directory.close();
    return drained ? 0 : 1;
  }
}
