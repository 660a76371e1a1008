package dev.cancha.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.server.journal.FinishedMatch.Times;
import dev.cancha.server.journal.Journal.Depth;
import dev.cancha.server.journal.Journal.Entry;
import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.journal.Matches.Audience;
import dev.cancha.server.journal.Matches.Page;
import dev.cancha.server.journal.Matches.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What rooms and the history of matches may rely on, whatever the store. */
public abstract class MatchContract {
  private static final Audience ALL = new Audience.Operator();

  private StoreUnderTest store;
  private LoggedRoom room;

  /** An empty one. */
  protected abstract StoreUnderTest open();

  @BeforeEach
  void openStore() {
    store = open();
    room = LoggedRoom.create("a", store);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void aMatchIsStoredWithTheInputThatEndsIt() {
    room.append(1, 2, 3);
    store.settle();
    room.append(4);
    FinishedMatch match = room.match("m1", 2, 5);
    room.finish(5, match);
    assertThat(matches().find("m1")).isNull();
    store.settle();
    assertThat(room.heard).containsExactly("+1", "+2", "+3", "+4", "+5");
    assertThat(matches().find("m1")).isEqualTo(match);
    assertThat(room.positions(inputs("m1"))).containsExactly(2L, 3L, 4L, 5L);
    store.crash();
    assertThat(matches().find("m1")).isEqualTo(match);
    assertThat(room.positions(inputs("m1"))).containsExactly(2L, 3L, 4L, 5L);
    assertThat(room.stored(Depth.SNAPSHOT)).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void itHoldsNothingOfWhatCameBeforeAndAfterIt() {
    room.append(1, 2, 3);
    room.finish(4, room.match("m1", 3, 4));
    room.append(5, 6);
    room.finish(7, room.match("m2", 6, 7));
    store.settle();
    assertThat(room.positions(inputs("m1"))).containsExactly(3L, 4L);
    assertThat(room.positions(inputs("m2"))).containsExactly(6L, 7L);
  }

  @Test
  void aLongOneIsStoredWhole() {
    for (long position = 1; position <= 1_000; position++) {
      room.append(position);
      if (position % 20 == 0) {
        store.settle();
      }
    }
    room.finish(1_001, room.match("m1", 2, 1_001));
    room.append(1_002);
    room.finish(1_003, room.match("m2", 1_002, 1_003));
    store.settle();
    assertThat(room.positions(inputs("m1")))
        .containsExactlyElementsOf(LongStream.rangeClosed(2, 1_001).boxed().toList());
    assertThat(room.positions(inputs("m2"))).containsExactly(1_002L, 1_003L);
  }

  @Test
  void oneThatACrashHasInterruptedIsStoredWhole() {
    room.append(1, 2);
    store.settle();
    store.crash();
    assertThat(room.stored(Depth.SNAPSHOT)).containsExactly(1L, 2L);
    room.append(3);
    store.settle();
    room.finish(4, room.match("m1", 2, 4));
    store.settle();
    assertThat(room.positions(inputs("m1"))).containsExactly(2L, 3L, 4L);
  }

  @Test
  void whereTheCommitFailsNeitherIsStored() {
    room.append(1);
    store.settle();
    room.finish(2, room.match("m1", 1, 2));
    store.failNextCommit();
    store.settle();
    assertThat(room.heard).containsExactly("+1", "-2");
    assertThat(matches().find("m1")).isNull();
    assertThat(room.stored(Depth.SNAPSHOT)).containsExactly(1L);
    room.finish(2, room.match("m1", 1, 2));
    store.settle();
    assertThat(room.heard).endsWith("+2");
    assertThat(room.positions(inputs("m1"))).containsExactly(1L, 2L);
  }

  @Test
  void aMatchIsStoredOnce() {
    room.append(1);
    room.finish(2, room.match("m1", 1, 2));
    store.settle();
    room.finish(3, room.match("m1", 1, 3));
    store.settle();
    assertThat(room.heard).containsExactly("+1", "+2", "+3");
    assertThat(list(null, ALL)).containsExactly("m1");
    assertThat(room.positions(inputs("m1"))).containsExactly(1L, 2L);
  }

  @Test
  void aMatchThatCannotBeDescribedIsNotEnded() {
    room.append(1);
    room.log.finish(room.entry(2), () -> {
      throw new IllegalStateException("a planted bug");
    }, room.receipt(2));
    store.settle();
    assertThat(room.heard).containsExactly("+1", "-2");
    assertThat(room.stored(Depth.SNAPSHOT)).containsExactly(1L);
  }

  @Test
  void aMatchOutlivesItsRoomAndWhatASnapshotLetsGo() {
    room.append(1, 2);
    room.finish(3, room.match("m1", 1, 3));
    room.snapshot(3, 3);
    store.settle();
    room.log.close();
    store.settle();
    store.crash();
    assertThat(room.positions(inputs("m1"))).containsExactly(1L, 2L, 3L);
  }

  @Test
  void longMatchesComeBackWhole() {
    byte[] kilobytes = new byte[30_000];
    for (long position = 1; position < 12; position += 2) {
      room.log.append(new Entry(position, 2, () -> kilobytes, kilobytes), room.receipt(position));
      store.settle();
    }
    room.finish(13, room.match("m1", 1, 13));
    store.settle();
    assertThat(inputs("m1")).extracting(StoredEntry::position).containsExactly(1L, 3L, 5L, 7L, 9L, 11L, 13L);
    assertThat(inputs("m1")).extracting(StoredEntry::span).containsExactly(2, 2, 2, 2, 2, 2, 1);
  }

  @Test
  void aMatchThatIsNotThereHasNoInputs() {
    assertThat(matches().find("nothing")).isNull();
    assertThat(inputs("nothing")).isEmpty();
  }

  @Test
  void matchesAreListedNewestFirstPageByPage() {
    play(7);
    Page first = matches().list(new Query(null, ALL, null, 3));
    assertThat(ids(first)).containsExactly("m7", "m6", "m5");
    Page second = matches().list(new Query(null, ALL, first.next(), 3));
    assertThat(ids(second)).containsExactly("m4", "m3", "m2");
    Page third = matches().list(new Query(null, ALL, second.next(), 3));
    assertThat(ids(third)).containsExactly("m1");
    assertThat(third.next()).isNull();
    assertThat(matches().list(new Query(null, ALL, null, 7)).next()).isNull();
  }

  @Test
  void aPageStandsStillWhileNewMatchesComeIn() {
    play(4);
    Page first = matches().list(new Query(null, ALL, null, 2));
    room.finish(5, room.match("late", 5, 5));
    store.settle();
    assertThat(ids(matches().list(new Query(null, ALL, first.next(), 2)))).containsExactly("m2", "m1");
  }

  @Test
  void matchesAreListedByGame() {
    play(2);
    FinishedMatch dudo = with(room.match("d1", 3, 3), "dudo", true, List.of());
    room.finish(3, dudo);
    store.settle();
    assertThat(list("dudo", ALL)).containsExactly("d1");
    assertThat(list("connectFour", ALL)).containsExactly("m2", "m1");
    assertThat(list("snake", ALL)).isEmpty();
  }

  @Test
  void matchesOfPrivateRoomsAreListedForTheirMembersOnly() {
    room.finish(1, with(room.match("public", 1, 1), "dudo", true, List.of("ana")));
    room.finish(2, with(room.match("private", 2, 2), "dudo", false, List.of("ana", "beto")));
    store.settle();
    assertThat(list(null, new Audience.Anyone())).containsExactly("public");
    assertThat(list(null, new Audience.Member("caro"))).containsExactly("public");
    assertThat(list(null, new Audience.Member("beto"))).containsExactly("private", "public");
    assertThat(list("dudo", new Audience.Member("ana"))).containsExactly("private", "public");
    assertThat(list(null, ALL)).containsExactly("private", "public");
  }

  @Test
  void limitsOutOfBoundsAreRefused() {
    assertThatThrownBy(() -> new Query(null, ALL, null, 0)).hasMessage("limit is 0, but must be 1 to 1000");
    assertThatThrownBy(() -> new Query(null, ALL, null, 1_001)).isInstanceOf(IllegalArgumentException.class);
    assertThat(new Query(null, ALL, null, 1_000).limit()).isEqualTo(1_000);
  }

  @Test
  void theOldestMatchesGoByNumber() {
    play(130);
    store.journal().prune(0, 3);
    store.settle();
    assertThat(list(null, ALL)).containsExactly("m130", "m129", "m128");
    assertThat(inputs("m127")).isEmpty();
    assertThat(inputs("m128")).hasSize(1);
    store.journal().prune(0, 3);
    store.settle();
    assertThat(list(null, ALL)).hasSize(3);
  }

  @Test
  void theOldestMatchesGoByAge() {
    for (int n = 1; n <= 4; n++) {
      FinishedMatch match = room.match("m" + n, n, n);
      room.finish(n, new FinishedMatch(match.id(), match.room(), match.game(), match.rules(), match.seed(),
          false, new Times(n, n * 100L), match.players(), match.members(), match.outcome(), match.inputs()));
    }
    store.settle();
    store.journal().prune(300, 1_000);
    store.settle();
    assertThat(list(null, ALL)).containsExactly("m4", "m3");
    assertThat(list(null, new Audience.Member("session of ana"))).containsExactly("m4", "m3");
    store.crash();
    assertThat(matches().find("m2")).isNull();
    assertThat(room.stored(Depth.SNAPSHOT)).as("of the room nothing goes").hasSize(4);
  }

  /** As many matches of one input each: m1, m2 … */
  private void play(int count) {
    for (int n = 1; n <= count; n++) {
      room.finish(n, room.match("m" + n, n, n));
    }
    store.settle();
  }

  private static FinishedMatch with(FinishedMatch match, String game, boolean listed, List<String> members) {
    return new FinishedMatch(match.id(), match.room(), game, match.rules(), match.seed(), listed,
        match.times(),
        match.players(), members, match.outcome(), match.inputs());
  }

  private Matches matches() {
    return store.journal().matches();
  }

  private List<StoredEntry> inputs(String match) {
    List<StoredEntry> inputs = new ArrayList<>();
    matches().inputs(match, inputs::add);
    return inputs;
  }

  private List<String> list(String game, Audience audience) {
    return ids(matches().list(new Query(game, audience, null, 1_000)));
  }

  private static List<String> ids(Page page) {
    return page.matches().stream().map(FinishedMatch::id).toList();
  }
}
