package dev.cancha.testkit.judge;

/** Where a conversation's client is, as its client was told. */
final class Place {
  final String code;
  long rev;

  Place(String code, long rev) {
    this.code = code;
    this.rev = rev;
  }
}
