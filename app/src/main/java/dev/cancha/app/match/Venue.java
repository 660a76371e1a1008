package dev.cancha.app.match;

/** Where the matches of one thread are played, one after the other. Owner: that thread. */
interface Venue extends AutoCloseable {
  /** The court of one match, whose steps {@code witness} sees. */
  Court court(Occasion occasion, Table.Witness witness);

  @Override
  void close();
}
