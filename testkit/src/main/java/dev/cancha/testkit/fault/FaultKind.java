package dev.cancha.testkit.fault;

/**
 * The ways in which things go wrong. A kind says whom it hits, whether it lasts, and what its amount means with its
 * mildest and its worst value; everything else (drawing, printing, shrinking) follows from that, so a new kind is one
 * row here and one case in {@link Injector}.
 */
public enum FaultKind {
  /** Every connection of the client is reset: both ends see it, in their own time. */
  RESET("reset", Victim.CLIENT, false, Amount.NONE),
  /** Only the client hears of a reset, as from a router on the way: the server believes in the connection. */
  HALF_OPEN("halfOpen", Victim.CLIENT, false, Amount.NONE),
  /** Only the server hears of a reset: the client believes in the connection. */
  GHOST("ghost", Victim.CLIENT, false, Amount.NONE),
  /** What the client sends is held up; the other direction still works. */
  MUTE("mute", Victim.CLIENT, true, Amount.NONE),
  /** What is sent to the client is held up; the other direction still works. */
  DEAF("deaf", Victim.CLIENT, true, Amount.NONE),
  /** The open connections carry nothing and nobody is told; new ones work. */
  BLACK_HOLE("blackHole", Victim.CLIENT, true, Amount.NONE),
  /** Nothing gets to the client or from it, not even a call; then all that was held up arrives. */
  STALL("stall", Victim.CLIENT, true, Amount.NONE),
  /** Every byte takes {@code amount} milliseconds longer. */
  LAG("lag", Victim.CLIENT, true, new Amount(50, 4_000)),
  /** Bytes arrive in pieces of {@code amount}: one is the worst. */
  CRUMBS("crumbs", Victim.CLIENT, true, new Amount(7, 1)),
  /** The client's window is {@code amount} bytes: next to nothing gets through. */
  SLOW_READER("slowReader", Victim.CLIENT, true, new Amount(512, 1)),
  /** Connecting to the server takes as long as the fault lasts: the first packets are lost. */
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
  PAUSE_ALL("pauseAll", Victim.SERVER, true, Amount.NONE),
  /**
   * The server's process is killed and starts again after the while. {@code amount} says when: 0 at once, or at the
   * next input 1 before it is appended, 2 before it is synced, 3 after that and before it is published, 4 after it is
   * published and before anyone has read it.
   */
  CRASH_SERVER("crashServer", Victim.SERVER, true, new Amount(0, 4)),
  /** The server's machine loses power: nobody is told. {@code amount} as for {@link #CRASH_SERVER}. */
  POWER_SERVER("powerServer", Victim.SERVER, true, new Amount(0, 4)),
  /** Each sync of the server's disk takes {@code amount} milliseconds longer. */
  SLOW_DISK("slowDisk", Victim.SERVER, true, new Amount(50, 2_000)),
  /** No sync comes to an end before the fault does. */
  STUCK_DISK("stuckDisk", Victim.SERVER, true, Amount.NONE),
  /** Syncs fail; what was written may be there after a crash all the same. */
  FAILING_SYNC("failingSync", Victim.SERVER, true, Amount.NONE),
  /** Nothing more can be written. */
  FULL_DISK("fullDisk", Victim.SERVER, true, Amount.NONE);

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
  @SuppressWarnings("ImmutableEnumChecker") // a record of two numbers cannot change
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
