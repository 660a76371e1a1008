package dev.cancha.server.host;

import org.jspecify.annotations.Nullable;

/** Someone's place in the room and the connection that it is seen from. Owner: the room's event loop. */
final class Member {
  final Identity identity;
  /** What any other connection sends is dropped; absent while the connection is lost. */
  @Nullable
  Link link;
  /** Whether patches go to the link: not before it was told what it missed. */
  boolean live;
  /** Saw the room until nothing of it could be shown, and gets the whole of it as soon as that can be. */
  boolean owed;
  /** The revision since which this member sees the room from its present seat. */
  long placedRev;
  /** What {@code hello} said of what the client knows, until it is answered. */
  @Nullable
  Known known;

  /** The room's code and the last revision that a client has applied. */
  record Known(String code, long rev) {}

  Member(Identity identity, @Nullable Link link) {
    this.identity = identity;
    this.link = link;
  }

  /** Its client comes through {@code to} now, and says what it knows. */
  void attach(Link to, @Nullable Known what) {
    detach();
    link = to;
    known = what;
  }

  /** Its connection is lost. */
  void detach() {
    link = null;
    live = false;
    owed = false;
  }

  /** Whether {@code other} is the connection that this member speaks through. */
  @SuppressWarnings("ReferenceEquality") // a connection is itself
  boolean speaksThrough(@Nullable Link other) {
    return link == other;
  }
}
