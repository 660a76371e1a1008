package dev.cancha.testkit.fault;

/**
 * The ways in which things go wrong. A kind says whom it hits, whether it lasts, and what its amount means with its
 * mildest and its worst value; everything else (drawing, printing, shrinking) follows from that, so a new kind is one
 * row here and one case in {@link Injector}.
 */
public enum FaultKind {
  /** Every connection of the client is reset: both ends see it, in their own time. */
  RESET("reset", Victim.CLIENT, false, Amount.NONE),
  /** What the client sends goes nowhere: half-open, the other direction still works. */
  MUTE("mute", Victim.CLIENT, true, Amount.NONE),
  /** What is sent to the client goes nowhere: half-open the other way round. */
  DEAF("deaf", Victim.CLIENT, true, Amount.NONE),
  /** Neither direction works, and nobody is told. */
  BLACK_HOLE("blackHole", Victim.CLIENT, true, Amount.NONE),
  /** Nothing moves for a while, then all of it arrives: a lost packet and its repetition. */
  STALL("stall", Victim.CLIENT, true, Amount.NONE),
  /** Every byte takes {@code amount} milliseconds longer. */
  LAG("lag", Victim.CLIENT, true, new Amount(50, 4_000)),
  /** Bytes arrive in pieces of {@code amount}: one is the worst. */
  CRUMBS("crumbs", Victim.CLIENT, true, new Amount(7, 1)),
  /** The client has room for {@code amount} bytes that it did not read: none is a closed window. */
  SLOW_READER("slowReader", Victim.CLIENT, true, new Amount(512, 0)),
  /** Connecting leads nowhere: the first packet is lost. */
  UNREACHABLE("unreachable", Victim.SERVER, true, Amount.NONE),
  /** Connecting is refused at once. */
  REFUSED("refused", Victim.SERVER, true, Amount.NONE),
  /** The client's process is killed, its kernel resets the connections, and it starts again after the while. */
  KILL("kill", Victim.CLIENT, true, Amount.NONE),
  /** The client's machine loses power: nobody is told anything, and it starts again after the while. */
  POWER("power", Victim.CLIENT, true, Amount.NONE),
  /** One event loop of the server stands still: a long collection, a stuck rule. */
  PAUSE_LOOP("pauseLoop", Victim.LOOP, true, Amount.NONE),
  /** All of the server stands still: a stopped process, a closed lid. */
  PAUSE_ALL("pauseAll", Victim.SERVER, true, Amount.NONE);

  /** Whom a kind hits. */
  enum Victim {
    /** One client's process: {@link Fault#target} counts them in order of creation, over and over. */
    CLIENT,
    /** One loop of the server, counted in the same way. */
    LOOP,
    /** The server as a whole: there is no target. */
    SERVER
  }

  /** From the mildest to the worst; which of the two is larger depends on the unit. */
  record Amount(int mildest, int worst) {
    static final Amount NONE = new Amount(0, 0);

    int least() {
      return Math.min(mildest, worst);
    }

    int most() {
      return Math.max(mildest, worst);
    }

    /** Half the way to the mildest; arrives there. */
    int milder(int amount) {
      int step = (mildest - amount) / 2;
      return step == 0 ? mildest : amount + step;
    }
  }

  private final String word;
  private final Victim victim;
  private final boolean lasts;
  private final Amount amount;

  FaultKind(String word, Victim victim, boolean lasts, Amount amount) {
    this.word = word;
    this.victim = victim;
    this.lasts = lasts;
    this.amount = amount;
  }

  /** As it is printed. */
  public String word() {
    return word;
  }

  Victim victim() {
    return victim;
  }

  /** Whether it goes on for a while, or is over at once. */
  boolean lasts() {
    return lasts;
  }

  Amount amount() {
    return amount;
  }

  static FaultKind of(String word) {
    for (FaultKind kind : values()) {
      if (kind.word.equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("'" + word + "' is no kind of fault");
  }
}
