package dev.cancha.server.bots;

import dev.cancha.server.room.Asked;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bot that is a program: one process for one seat of one match, started when it is asked first, and again a few times
 * when it failed. Owner: the room's event loop, but for {@link #close}.
 */
final class ProgramPlayer implements Player {
  private static final Logger LOG = LoggerFactory.getLogger(ProgramPlayer.class);

  private final Programs programs;
  private final Program program;
  private final String who;
  /** Guarded by this, as what follows. */
  private @Nullable Conversation conversation;
  private boolean closed;
  private int starts;
  private boolean told;

  ProgramPlayer(Programs programs, Program program, String where) {
    this.programs = programs;
    this.program = program;
    who = where + ", bot " + program.name();
  }

  @Override
  public boolean ask(Asking asking, Answers answers) {
    Asked asked = asking.turns().asked(asking.state(), asking.seat(), asking.patienceMillis());
    if (asked == null) {
      return false;
    }
    Conversation with = conversation();
    if (with == null) {
      answers.failed(null);
    } else {
      with.ask(asked, answers);
    }
    return true;
  }

  private synchronized @Nullable Conversation conversation() {
    if (closed) {
      return null;
    }
    Conversation now = conversation;
    if (now != null && !now.over()) {
      return now;
    }
    if (starts > programs.limits().restarts()) {
      tell("the program failed {} times and is not started again in this match", starts);
      return null;
    }
    if (!programs.admit()) {
      tell("the program is not started: {} run already, see programs.maxRunning",
          programs.limits().maxRunning());
      return null;
    }
    starts++;
    now = Conversation.begin(programs, program, who);
    conversation = now;
    return now;
  }

  private void tell(String sentence, int number) {
    if (!told) {
      told = true;
      LOG.warn("{}: " + sentence, who, number);
    }
  }

  @Override
  public synchronized boolean giveUp() {
    if (conversation != null) {
      conversation.end("did not answer in time");
    }
    return true;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (conversation != null) {
      conversation.end(null);
    }
  }
}
