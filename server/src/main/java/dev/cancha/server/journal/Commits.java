package dev.cancha.server.journal;

/** Told of each batch, on the writer's thread: for metrics and logs. */
public interface Commits {
  /** Hears nothing. */
  Commits UNHEARD = new Commits() {
    @Override
    public void committed(Batch batch) {
      // nobody listens
    }

    @Override
    public void failed(Batch batch, NotStored cause) {
      // nobody listens
    }
  };

  /** It is on disk. */
  void committed(Batch batch);

  /** None of it is. */
  void failed(Batch batch, NotStored cause);

  /**
   * What was stored together.
   *
   * @param appends how many inputs
   * @param rooms of how many rooms
   * @param bytes of inputs, snapshots and matches, without what the store adds
   * @param nanos from its first statement to the end of its sync
   */
  record Batch(int appends, int rooms, long bytes, long nanos) {}
}
