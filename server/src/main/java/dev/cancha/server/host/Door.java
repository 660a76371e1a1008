package dev.cancha.server.host;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.host.Asker.Answer;
import dev.cancha.server.host.Member.Known;
import dev.cancha.server.host.Passwords.Caller;
import dev.cancha.server.room.Outcome;
import dev.cancha.server.room.PasswordHash;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.SessionId;
import dev.cancha.server.room.RoomInput.Single;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may come into a room, who comes back and whose connection is lost, and what changes the door: its password, and
 * its code. Owner: the room's event loop.
 */
final class Door {
  static final String CLOSED = "this room has just closed";
  private static final String BUSY = "too many passwords wait to be hashed: try again";

  private final RoomHost host;
  private final RoomPorts ports;
  private final Audience audience;

  Door(RoomHost host, RoomPorts ports, Audience audience) {
    this.host = host;
    this.ports = ports;
    this.audience = audience;
  }

  /** Lets someone in; {@code passed} is the password that it has shown. */
  void admit(Identity who, Link link, Entry entry, @Nullable PasswordHash passed) {
    Asker asker = new Asker(link, who.session(), Answer.ENTERED, entry.re(), null);
    PasswordHash lock = host.state().config().password();
    if (link.gone()) {
      audience.settled(link);
      host.course().closeIfNeverEntered();
    } else if (host.course().over()) {
      host.course().refuse(asker, ErrorCode.NO_SUCH_ROOM, CLOSED);
    } else if (entry.quick() != null
        && !host.row().fits(host.state().shown().document().game(), entry.quick())) {
      audience.refuse(asker, ErrorCode.ROOM_FULL, "another was quicker");
    } else if (lock != null && !lock.equals(passed)) {
      if (entry.password() == null) {
        host.course().refuse(asker, ErrorCode.WRONG_PASSWORD, "this room has a password");
      } else {
        Caller caller = new Caller(host::run,
            () -> host.course().refuse(asker, ErrorCode.RATE_LIMITED, BUSY));
        ports.passwords().verify(entry.password(), lock, caller, right -> {
          if (right) {
            admit(who, link, entry, lock);
          } else {
            host.course().refuse(asker, ErrorCode.WRONG_PASSWORD, "that is not this room's password");
          }
        });
      }
    } else if (entry.elsewhere()) {
      audience.refuse(asker, ErrorCode.ALREADY_IN_ROOM, "you are in a room: leave it first");
    } else {
      RoomInput.Arrival arrival = new RoomInput.Arrival(who.session(), who.player(), who.name());
      audience.expect(who);
      host.course()
          .step(new RoomInput.Enter(host.now(), arrival, entry.seat(), entry.spectate(), company(entry)),
              asker);
    }
  }

  private RoomInput.@Nullable Company company(Entry entry) {
    String bot = ports.bots().first(host.state().shown().document().game());
    return entry.bots() == 0 || bot == null ? null : new RoomInput.Company(bot, entry.bots());
  }

  /**
   * One whose place is lost by a step that is not released yet waits: that step may be lost itself, and then it is
   * where it was. Where nothing waits, it had come in by what is lost.
   */
  void reattach(SessionId session, Link link, @Nullable Known known) {
    host.course().elapse(host.now());
    Member member = audience.member(session);
    if (member == null) {
      notHere(session, link);
    } else if (host.course().over() || host.state().roster().person(session) == null) {
      if (host.course().releases().isEmpty()) {
        notHere(session, link);
      } else {
        host.course().releases().behind(() -> {
          reattach(session, link, known);
          notice(session, link);
        }, () -> {
          stay(session, link, known);
          notice(session, link);
        });
      }
    } else {
      member.attach(link, known);
      host.course().step(new RoomInput.Back(host.now(), session), resumes(session, link));
    }
  }

  /**
   * What was to take away its place is lost. Nothing is decided anew, for that could not be stored either: when the
   * room tries again, it looks at who is connected.
   */
  private void stay(SessionId session, Link link, @Nullable Known known) {
    Member member = audience.member(session);
    if (member == null || host.state().roster().person(session) == null) {
      notHere(session, link);
    } else {
      member.attach(link, known);
      audience.answer(resumes(session, link));
    }
  }

  private void notHere(SessionId session, Link link) {
    if (audience.member(session) != null) {
      audience.depart(new Outcome.Departure(session, LeftReason.CLOSED), List.of());
    }
    audience.tell(link, new Delivery.NotHere());
  }

  private static Asker resumes(SessionId session, Link link) {
    return new Asker(link, session, Answer.RESUMED, null, null);
  }

  /** A connection that was lost while it waited was not its member's yet when that was told. */
  private void notice(SessionId session, Link link) {
    if (link.gone()) {
      lost(session, link);
    }
  }

  void lost(SessionId session, Link link) {
    Member member = audience.member(session);
    if (member != null && member.speaksThrough(link)) {
      member.detach();
      if (host.state().roster().person(session) != null) {
        host.course().step(new RoomInput.Lost(host.now(), session), Asker.nobody(session));
      }
    }
  }

  /** Where there is a password to hash, that is done elsewhere first. */
  void configure(ClientMessage.Configure configure, Asker asker) {
    String password = configure.password();
    if (password == null || password.isEmpty()) {
      reconfigure(configure, asker, null);
    } else {
      Caller caller = new Caller(host::run, () -> host.course().refuse(asker, ErrorCode.RATE_LIMITED, BUSY));
      ports.passwords().hash(password, caller, hash -> reconfigure(configure, asker, hash));
    }
  }

  private void reconfigure(ClientMessage.Configure configure, Asker asker, @Nullable PasswordHash password) {
    if (!host.mayAsk(asker)) {
      return; // gone, or replaced, while the password was hashed
    }
    Visibility wanted = configure.visibility();
    String code = wanted == null || wanted == host.state().config().visibility()
        ? host.state().config().code()
        : ports.listing().reserve(host, wanted);
    Single input = new RoomInput.Configure(host.now(), asker.session(), Inputs.changes(configure, password),
        code);
    host.course().step(input, asker);
  }
}
