package dev.cancha.server;

import dev.cancha.common.game.Game;
import dev.cancha.server.api.WebRoot;
import dev.cancha.server.bots.Launcher;
import dev.cancha.server.foreign.ForeignPorts;
import dev.cancha.server.host.Entropy;
import dev.cancha.server.host.Steps;
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
 * @param bots what bots think on; may reject what is too much
 * @param programs starts the bots that are programs of their own
 * @param journal keeps the rooms' inputs
 * @param tokens signs sessions; with the same key after a restart, so that tokens outlive the process
 * @param games on offer
 * @param foreign what is apart for those of them that came from outside
 * @param steps takes the steps of rooms
 * @param operations for operators, and for those who look at matches of the past
 * @param web the page that is served at {@code /}
 */
public record Ports(String version, Transport transport, InstantSource wallClock, Entropy entropy,
    Executor passwords, Executor bots,
    Launcher programs, Journal journal, Tokens tokens, List<Game<?, ?>> games, ForeignPorts foreign,
    Steps steps, Operations operations, WebRoot web) {
  public Ports {
    games = List.copyOf(games);
  }

  /** The same on another transport. */
  public Ports with(Transport other) {
    return new Ports(version, other, wallClock, entropy, passwords, bots, programs, journal, tokens, games,
        foreign, steps,
        operations, web);
  }

  /** The same with another journal. */
  public Ports with(Journal other) {
    return new Ports(version, transport, wallClock, entropy, passwords, bots, programs, other, tokens, games,
        foreign, steps,
        operations, web);
  }

  /** The same with other games on offer. */
  public Ports with(List<Game<?, ?>> others) {
    return new Ports(version, transport, wallClock, entropy, passwords, bots, programs, journal, tokens,
        others, foreign, steps,
        operations, web);
  }

  /** The same with steps taken in another way. */
  public Ports with(Steps other) {
    return new Ports(version, transport, wallClock, entropy, passwords, bots, programs, journal, tokens,
        games, foreign, other,
        operations, web);
  }

  /** The same with something for operators. */
  public Ports with(Operations other) {
    return new Ports(version, transport, wallClock, entropy, passwords, bots, programs, journal, tokens,
        games, foreign, steps,
        other, web);
  }

  /** The same with another page. */
  public Ports with(WebRoot other) {
    return new Ports(version, transport, wallClock, entropy, passwords, bots, programs, journal, tokens,
        games, foreign, steps,
        operations, other);
  }

  /** The same with foreign games. */
  public Ports with(ForeignPorts other) {
    return new Ports(version, transport, wallClock, entropy, passwords, bots, programs, journal, tokens,
        games, other, steps,
        operations, web);
  }
}
