package dev.cancha.common.discovery;

/** What goes over UDP. {@link DatagramCodec} has the bytes. */
sealed interface Datagram {
  /**
   * The exact size of a query, and the most that an answer may have. An answer never has more bytes than what asked
   * for it, so nobody is served by asking in another's name; and it passes every network whole.
   */
  int BYTES = 1_200;
  /** Of an answer that nobody asked for. */
  long UNASKED = 0;

  /** Whoever is there shall answer. {@code nonce} is drawn, and is not {@link #UNASKED}. */
  record Query(long nonce) implements Datagram {
    public Query {
      if (nonce == UNASKED) {
        throw new IllegalArgumentException("a query has a nonce");
      }
    }
  }

  /** A server is where this came from. {@code nonce} is the query's, or {@link #UNASKED}. */
  record Answer(long nonce, Beacon beacon) implements Datagram {}
}
