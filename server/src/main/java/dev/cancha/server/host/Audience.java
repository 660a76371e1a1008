package dev.cancha.server.host;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.ServerMessage.Chat;
import dev.cancha.common.message.ServerMessage.Done;
import dev.cancha.common.message.ServerMessage.Speaker;
import dev.cancha.common.wire.Encoded;
import dev.cancha.server.host.Asker.Answer;
import dev.cancha.server.host.History.Revision;
import dev.cancha.server.host.Renderer.Rendering;
import dev.cancha.server.room.Outcome;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.Outcome.Departure;
import dev.cancha.server.room.Person;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomState;
import dev.cancha.server.room.SessionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sees the room, and what they have been shown: the last released state, the revisions before it, the chat.
 * Owner: the room's event loop.
 */
final class Audience {
  private static final String UNSTORED = "the server could not store that: try again";
  static final String NOT_IN_ROOM = "you are in no room: create or join one";

  private final RoomHost host;
  private final RoomPorts ports;
  private final Renderer renderer;
  private final Outbox outbox;
  private final Memory memory;
  private final Watchers watchers;
  private final Map<SessionId, Member> members = new LinkedHashMap<>();
  /** Who was let in by a step that is not released yet. */
  private final Map<SessionId, Identity> expected = new LinkedHashMap<>();
  private RoomState released;
  private volatile RoomRow row;
  /** What was shown may never be again: nothing of the room is shown until it has gone on beyond that. */
  private boolean muted;
  /** Who came back meanwhile. */
  private final List<Asker> waiting = new ArrayList<>();

  Audience(RoomHost host, RoomPorts ports, RoomLimits limits, RoomState first) {
    this.host = host;
    this.ports = ports;
    renderer = host.renderer();
    outbox = new Outbox(host.home());
    watchers = new Watchers(host, this, limits.spectatorsInterval().toMillis());
    memory = new Memory(host, limits, watchers);
    released = first;
    row = RoomRow.of(first);
  }

  RoomRow row() {
    return row;
  }

  RoomState released() {
    return released;
  }

  @Nullable
  Member member(SessionId session) {
    return members.get(session);
  }

  /** Everyone who is in the room has a place here, and no connection yet. */
  void remember() {
    for (Person person : released.roster().everyone()) {
      Identity who = new Identity(person.session(), person.id(), person.name());
      members.put(person.session(), new Member(who, null));
      ports.places().returned(who, host);
    }
  }

  /** Nothing of the room is shown until the next step is. */
  void mute() {
    muted = true;
    memory.forgetRevisions();
    for (Member member : members.values()) {
      member.owed |= member.live;
      member.live = false;
    }
  }

  /** Everyone gets the whole room; who came in by what was lost is out of it. */
  private void unmute() {
    muted = false;
    List<Asker> returned = List.copyOf(waiting);
    waiting.clear();
    returned.forEach(this::answer);
    for (Member member : List.copyOf(members.values())) {
      Person person = released.roster().person(member.identity.session());
      if (person == null) {
        depart(new Departure(member.identity.session(), LeftReason.CLOSED), List.of());
      } else if (member.owed) {
        member.owed = false;
        member.live = true;
        tell(member.link, memory.whole(released, person, null, false));
      }
    }
  }

  void expect(Identity who) {
    expected.put(who.session(), who);
  }

  void flush() {
    outbox.flush();
  }

  void tell(@Nullable Link link, Delivery delivery) {
    if (link != null) {
      outbox.put(link, delivery);
    }
  }

  void settled(@Nullable Link link) {
    tell(link, new Delivery.Settled());
  }

  /** One who comes back is on its place all the same, where it still has one. */
  void refuse(Asker asker, ErrorCode code, String message) {
    if (asker.answer() == Answer.ENTERED) {
      expected.remove(asker.session());
    }
    if (asker.answer() == Answer.RESUMED) {
      answer(asker);
    } else {
      tell(asker.link(), new Delivery.Refusal(asker.re(), asker.seq(), code, message));
    }
  }

  /** What the replies were decided on was never stored, so refusals may be wrong too. */
  void unstored(List<Reply> replies) {
    for (Reply reply : replies) {
      refuse(reply.asker(), ErrorCode.INTERNAL, UNSTORED);
    }
  }

  void duplicate(Asker asker) {
    tell(asker.link(), new Delivery.Duplicate());
  }

  /** To all that see the room just now; lost to those who read too slowly. */
  void note(Encoded message) {
    for (Member member : members.values()) {
      if (member.live) {
        tell(member.link, new Delivery.Note(message));
      }
    }
  }

  void say(SessionId session, String text, Asker asker) {
    Person person = released.roster().person(session);
    if (person == null) {
      refuse(asker, ErrorCode.NOT_IN_ROOM, NOT_IN_ROOM);
      return;
    }
    Chat said = memory.add(new Speaker(person.id(), person.name(), person.seat()), text,
        ports.wallClock().millis(), released.rev());
    note(renderer.encode(said));
    answer(asker);
  }

  /** The whole room to one member; {@code answers} its request with number {@code re}. */
  void whole(SessionId session, Link link, @Nullable Integer re, boolean answers) {
    Member member = members.get(session);
    Person person = released.roster().person(session);
    if (muted && answers) {
      tell(link, new Delivery.Refusal(re, null, ErrorCode.INTERNAL, UNSTORED));
    } else if (!muted && member != null && person != null && member.speaksThrough(link)) {
      tell(link, memory.whole(released, person, re, answers));
    } else if (answers) {
      settled(link);
    }
  }

  /** To one who may have left by the same tick. */
  private void whole(Asker asker, Link link) {
    if (members.containsKey(asker.session())) {
      whole(asker.session(), link, asker.re(), true);
    } else {
      refuse(asker, ErrorCode.NOT_IN_ROOM, NOT_IN_ROOM);
    }
  }

  /** To all that see the room just now. */
  void wholeToAll() {
    for (Member member : members.values()) {
      Person person = released.roster().person(member.identity.session());
      if (member.live && person != null) {
        tell(member.link, memory.whole(released, person, null, false));
      }
    }
  }

  /** Shows a step that is durable now, and then answers those who asked for it, in their order. */
  void show(Changed changed, Rendering rendering, List<Reply> replies) {
    RoomState before = released;
    released = changed.state();
    for (Departure departure : changed.departures()) {
      depart(departure, replies);
    }
    Revision revision = rendering.revision();
    Set<Link> told = new HashSet<>();
    if (muted) {
      unmute();
    } else if (revision != null) {
      memory.add(revision);
      patch(revision, replies, told);
    }
    for (Reply reply : replies) {
      if (!reply.acted() || !told.remove(reply.asker().link())) {
        answer(reply);
      }
    }
    if (!before.config().code().equals(released.config().code())) {
      ports.listing().release(before.config().code());
    }
    if (!RoomRow.alike(before, released)) {
      listed();
    }
    watchers.changed(before.roster(), released.roster());
  }

  private void answer(Reply reply) {
    switch (reply.verdict()) {
      case Outcome.Applied applied -> answer(reply.asker());
      case Outcome.Refused refused -> refuse(reply.asker(), refused.code(), refused.message());
      case Outcome.Duplicate duplicate -> duplicate(reply.asker());
    }
  }

  /** Answers what changed nothing, or what the patches before this have shown. */
  void answer(Asker asker) {
    Link link = asker.link();
    if (link == null) {
      return;
    }
    if (muted) {
      if (asker.answer() == Answer.RESUMED) {
        waiting.add(asker);
      } else {
        refuse(asker, ErrorCode.INTERNAL, UNSTORED);
      }
      return;
    }
    switch (asker.answer()) {
      case NONE, LEFT -> {
        // nobody asked, or the departure was the answer
      }
      case PATCH -> settled(link);
      case DONE -> tell(link, new Delivery.Done(renderer.encode(new Done(asker.re(), released.rev()))));
      case WHOLE -> {
        place(asker.session());
        whole(asker, link);
      }
      case SYNC -> whole(asker, link);
      case ENTERED -> entered(asker, link);
      case RESUMED -> resumed(asker.session(), link);
    }
  }

  /** The room ends: everyone is out. */
  void close(LeftReason reason) {
    watchers.close();
    for (Member member : List.copyOf(members.values())) {
      depart(new Departure(member.identity.session(), reason), List.of());
    }
    flush();
  }

  /** Says to all but the askers, who have been told, why the room ends. */
  void breakUp(String message, List<Asker> askers) {
    for (Member member : members.values()) {
      if (member.link != null && askers.stream().noneMatch(asker -> member.speaksThrough(asker.link()))) {
        tell(member.link, new Delivery.Broken(message));
      }
    }
  }

  /** What {@code state} believes wrongly of who is connected, as inputs that set it right. */
  List<RoomInput.FromSession> disagreements(RoomState state, long at) {
    List<RoomInput.FromSession> inputs = new ArrayList<>();
    for (Person person : state.roster().everyone()) {
      Member member = members.get(person.session());
      boolean connected = member != null && member.link != null;
      if (connected != (person.lostAt() == null)) {
        inputs.add(
            connected ? new RoomInput.Back(at, person.session()) : new RoomInput.Lost(at, person.session()));
      }
    }
    return inputs;
  }

  /** The first act of each in {@code told} is answered by this patch. */
  private void patch(Revision revision, List<Reply> replies, Set<Link> told) {
    for (Member member : members.values()) {
      if (!member.live || gives(replies, Answer.WHOLE, member)) {
        continue;
      }
      Person person = released.roster().person(member.identity.session());
      boolean answers = gives(replies, Answer.PATCH, member) && told.add(member.link);
      tell(member.link, new Delivery.Patch(revision.as(person == null ? null : person.seat()), answers));
    }
  }

  private static boolean gives(List<Reply> replies, Answer answer, Member member) {
    for (Reply reply : replies) {
      if (reply.gives(answer, member)) {
        return true;
      }
    }
    return false;
  }

  private void entered(Asker asker, Link link) {
    Identity who = expected.remove(asker.session());
    Person person = released.roster().person(asker.session());
    if (who == null || person == null) {
      refuse(asker, ErrorCode.KICKED, "you were sent away from this room as you came in");
      return;
    }
    Member member = new Member(who, link);
    member.live = true;
    members.put(asker.session(), member);
    place(asker.session());
    ports.places().entered(asker.session(), host);
    tell(link, new Delivery.Entered(host, memory.whole(released, person, asker.re(), true)));
  }

  private void resumed(SessionId session, Link link) {
    Member member = members.get(session);
    Person person = released.roster().person(session);
    if (member == null || person == null) {
      tell(link, new Delivery.NotHere());
      return;
    }
    if (!member.speaksThrough(link)) {
      settled(link);
      return;
    }
    member.live = true;
    tell(link, new Delivery.Resumed(host, released.config().code(), memory.since(released, member, person)));
    member.known = null;
  }

  private void place(SessionId session) {
    Member member = members.get(session);
    if (member != null) {
      member.placedRev = released.rev();
    }
  }

  void depart(Departure departure, List<Reply> replies) {
    Member member = members.remove(departure.session());
    ports.places().left(departure.session(), host, departure.reason());
    Asker leaver = null;
    for (Reply reply : replies) {
      Asker asker = reply.asker();
      if (asker.answer() == Answer.LEFT && asker.session().equals(departure.session())
          && reply.verdict() instanceof Outcome.Applied) {
        leaver = asker;
      }
    }
    boolean answers = leaver != null && member != null && member.speaksThrough(leaver.link());
    if (member != null && member.link != null) {
      tell(member.link, new Delivery.Left(departure.reason(), answers, leaver == null ? null : leaver.re()));
    }
    if (leaver != null && !answers) {
      settled(leaver.link());
    }
  }

  private void listed() {
    RoomRow next = RoomRow.of(released);
    if (!next.equals(row)) {
      row = next;
      ports.listing().changed(host);
    }
  }
}
