package dev.cancha.server;

import dev.cancha.common.game.Game;
import dev.cancha.server.host.Entropy;
import dev.cancha.server.journal.Journal;
import dev.cancha.server.net.Transport;
import dev.cancha.server.session.Tokens;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * What the server takes from the world; nothing below creates these itself, so that all of it can be simulated.
 * Whoever makes them stops them, after the server has drained.
 *
 * @param version of the product, as {@code welcome} tells it
 * @param transport event loops and the listening channel
 * @param wallClock for the times that people see
 * @param entropy the source of tokens, seeds, ids and codes
 * @param passwords hashes passwords; may reject what is too much
 * @param journal keeps the rooms' inputs
 * @param tokens signs sessions; with the same key after a restart, so that tokens outlive the process
 * @param games on offer
 */
public record Ports(String version, Transport transport, InstantSource wallClock, Entropy entropy,
    Executor passwords,
    Journal journal, Tokens tokens, List<Game<?, ?>> games) {
  public Ports {
    games = List.copyOf(games);
  }
}
