package dev.cancha.server.room;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who is in the room, and on which seats.
 *
 * @param people everyone who is here, also within grace
 * @param seats the taken seats
 * @param host may configure, start and kick; absent while nobody is here
 * @param seqs the highest act applied of each session that ever acted here
 * @param banned who was kicked and cannot return
 * @param arrivals how many ever arrived
 */
public record Roster(SortedMap<SessionId, Person> people, SortedMap<Integer, Seat> seats,
    @Nullable SessionId host,
    Seqs seqs, SortedSet<SessionId> banned, long arrivals) {
  static final Roster EMPTY = new Roster(new TreeMap<>(), new TreeMap<>(), null, Seqs.NONE, new TreeSet<>(),
      0);

  public Roster {
    people = Collections.unmodifiableSortedMap(people);
    seats = Collections.unmodifiableSortedMap(seats);
    banned = Collections.unmodifiableSortedSet(banned);
  }

  public @Nullable Person person(SessionId session) {
    return people.get(session);
  }

  /** The highest {@code seq} of the session's acts that was applied, 0 at first. */
  public long seq(SessionId session) {
    return seqs.of(session);
  }

  public Collection<Person> everyone() {
    return people.values();
  }

  public long spectators() {
    return people.values().stream().filter(person -> person.seat() == null).count();
  }

  @Nullable
  Person byId(String id) {
    return people.values().stream().filter(person -> person.id().equals(id)).findFirst().orElse(null);
  }

  Roster arrive(Person person) {
    return new Roster(put(people, person.session(), person), seats, host == null ? person.session() : host,
        seqs,
        banned, arrivals + 1);
  }

  Roster update(Person person) {
    return new Roster(put(people, person.session(), person), seats, host, seqs, banned, arrivals);
  }

  /** Without {@code session}; when it was host the longest present follows, players first. */
  Roster without(SessionId session) {
    SortedMap<SessionId, Person> rest = new TreeMap<>(people);
    rest.remove(session);
    SessionId nextHost = host;
    if (session.equals(host)) {
      nextHost = rest.values()
          .stream()
          .min(
              Comparator.comparing((Person person) -> person.seat() == null).thenComparingLong(Person::order))
          .map(Person::session)
          .orElse(null);
    }
    return new Roster(rest, seats, nextHost, seqs, banned, arrivals);
  }

  Roster seat(int seat, Seat taken) {
    return new Roster(people, put(seats, seat, taken), host, seqs, banned, arrivals);
  }

  Roster free(int seat) {
    SortedMap<Integer, Seat> rest = new TreeMap<>(seats);
    rest.remove(seat);
    return new Roster(people, rest, host, seqs, banned, arrivals);
  }

  Roster eachSeat(UnaryOperator<Seat> change) {
    SortedMap<Integer, Seat> changed = new TreeMap<>(seats);
    changed.replaceAll((number, seat) -> change.apply(seat));
    return new Roster(people, changed, host, seqs, banned, arrivals);
  }

  Roster eachPerson(UnaryOperator<Person> change) {
    SortedMap<SessionId, Person> changed = new TreeMap<>(people);
    changed.replaceAll((session, person) -> change.apply(person));
    return new Roster(changed, seats, host, seqs, banned, arrivals);
  }

  Roster applied(SessionId session, long seq) {
    return new Roster(people, seats, host, seqs.with(session, seq), banned, arrivals);
  }

  Roster ban(SessionId session) {
    SortedSet<SessionId> more = new TreeSet<>(banned);
    more.add(session);
    return new Roster(people, seats, host, seqs, more, arrivals);
  }

  private static <K extends Comparable<K>, V> SortedMap<K, V> put(SortedMap<K, V> map, K key, V value) {
    SortedMap<K, V> copy = new TreeMap<>(map);
    copy.put(key, value);
    return copy;
  }
}
