package dev.cancha.server.host;

import dev.cancha.server.room.Outcome.Applied;
import dev.cancha.server.room.Outcome.Verdict;

/** Who is answered when a step is released, and what became of what was asked. */
record Reply(Asker asker, Verdict verdict) {
  private static final Applied APPLIED = new Applied();

  static Reply applied(Asker asker) {
    return new Reply(asker, APPLIED);
  }

  /** Whether it is an act that took effect. */
  boolean acted() {
    return asker.answer() == Asker.Answer.PATCH && verdict instanceof Applied;
  }

  /** Whether it is {@code member}, on its present connection, who gets what it asked for in the way {@code answer}. */
  boolean gives(Asker.Answer answer, Member member) {
    return asker.answer() == answer && asker.link() != null && member.speaksThrough(asker.link())
        && verdict instanceof Applied;
  }
}
