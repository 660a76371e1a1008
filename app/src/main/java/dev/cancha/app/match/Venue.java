package dev.cancha.app.match;

/** Where the matches of one thread are played, one after the other. Owner: that thread. */
interface Venue extends AutoCloseable {
  /** The court of one match, whose steps {@code witness} sees. */
  Court court(Occasion occasion, Table.Witness witness);

  /** The replay of the match that {@code court} has seen to its end, where somebody else keeps it; empty otherwise. */
  default byte[] replay(Court court) {
    return new byte[0];
  }

  @Override
  void close();
}
