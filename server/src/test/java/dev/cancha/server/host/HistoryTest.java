package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ServerMessage.Chat;
import dev.cancha.common.message.ServerMessage.Speaker;
import dev.cancha.common.wire.Encoded;
import dev.cancha.common.wire.Framing;
import dev.cancha.server.host.History.Revision;
import io.netty.buffer.ByteBufUtil;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is kept for those who come back: revisions, within two bounds, and chat. */
class HistoryTest {
  private static Encoded bytes(int count) {
    byte[] body = new byte[count];
    Arrays.fill(body, (byte) count);
    return new Encoded(body);
  }

  private static String hex(Encoded message) {
    return ByteBufUtil.hexDump(message.buffer(Framing.FRAMES));
  }

  private static List<String> hex(List<Encoded> messages) {
    return messages.stream().map(HistoryTest::hex).toList();
  }

  private static Revision revision(long rev, int bytes) {
    return new Revision(rev, bytes(bytes), Map.of());
  }

  private static History of(int revisions, int bytes, int from, int to) {
    History history = new History(revisions, bytes);
    for (int rev = from; rev <= to; rev++) {
      history.add(revision(rev, 10));
    }
    return history;
  }

  @Test
  void whatWasMissedIsAllAfterTheKnownRevision() {
    History history = of(4, 1_000, 1, 6);

    assertThat(history.after(2, 6, null)).hasSize(4);
    assertThat(history.after(5, 6, null)).hasSize(1);
    assertThat(history.after(6, 6, null)).isEmpty();
    assertThat(history.after(1, 6, null)).as("revision 2 is gone").isNull();
    assertThat(history.after(7, 6, null)).as("a revision that nobody was shown").isNull();
  }

  @Test
  void aRoomWithoutRevisionsHasNothingToGive() {
    History history = new History(4, 1_000);

    assertThat(history.after(0, 0, null)).isEmpty();
    assertThat(history.after(0, 1, null)).isNull();
  }

  @Test
  void theBytesAreBoundedToo() {
    History history = of(100, 50, 1, 6);

    assertThat(history.after(1, 6, null)).hasSize(5);
    assertThat(history.after(0, 6, null)).isNull();
  }

  @Test
  void aRevisionLargerThanAllThatMayBeKeptIsNotKept() {
    History history = of(100, 50, 1, 3);
    history.add(revision(4, 51));

    assertThat(history.after(3, 4, null)).isNull();
    assertThat(history.after(4, 4, null)).isEmpty();
    history.add(revision(5, 10));
    assertThat(history.after(4, 5, null)).hasSize(1);
  }

  @Test
  void eachSeatIsGivenItsOwnPatches() {
    Encoded shared = bytes(10);
    Encoded own = bytes(20);
    History history = new History(4, 1_000);
    history.add(new Revision(1, shared, Map.of(2, own)));

    assertThat(hex(history.after(0, 1, null))).containsExactly(hex(shared));
    assertThat(hex(history.after(0, 1, 1))).containsExactly(hex(shared));
    assertThat(hex(history.after(0, 1, 2))).containsExactly(hex(own));
  }

  @Test
  void ownPatchesThatAreMoreThanTheBoundAreGivenAsTheWholeRoom() {
    History history = new History(4, 50);
    history.add(new Revision(1, bytes(10), Map.of(0, bytes(51), 1, bytes(50))));

    assertThat(history.after(0, 1, 0)).isNull();
    assertThat(history.after(0, 1, 1)).hasSize(1);
    assertThat(history.after(0, 1, null)).hasSize(1);
  }

  @Test
  void whatComesRoundTheRingIsWhatWentIn() {
    Random random = new Random(7);
    History history = new History(9, 2_000);
    Deque<Revision> all = new ArrayDeque<>();
    for (long rev = 1; rev <= 2_000; rev++) {
      boolean secret = random.nextInt(3) == 0;
      Revision revision = new Revision(rev, bytes(random.nextInt(600)),
          secret ? Map.of(1, bytes(700)) : Map.of());
      history.add(revision);
      all.addLast(revision);
      while (all.size() > 9 || all.stream().mapToInt(one -> one.shared().bodyBytes()).sum() > 2_000) {
        all.removeFirst();
      }
      long first = all.getFirst().rev();
      long known = first - 1 + random.nextInt(all.size());
      assertThat(hex(history.after(known, rev, null)))
          .isEqualTo(all.stream().filter(one -> one.rev() > known).map(one -> hex(one.shared())).toList());
      assertThat(hex(history.after(rev - 1, rev, 1))).containsExactly(hex(revision.as(1)));
      assertThat(history.after(first - 2, rev, null)).isNull();
    }
  }

  @Test
  void whatIsClearedIsGoneAndWhatFollowsIsKept() {
    History history = of(4, 1_000, 1, 3);
    history.clear();
    assertThat(history.after(2, 3, null)).isNull();
    history.add(revision(4, 10));

    assertThat(history.after(2, 4, null)).isNull();
    assertThat(history.after(3, 4, null)).hasSize(1);
  }

  @Test
  void whatDoesNotFollowWhatIsKeptReplacesIt() {
    History history = of(4, 1_000, 1, 3);
    history.add(revision(9, 10));

    assertThat(history.after(3, 9, null)).isNull();
    assertThat(history.after(8, 9, null)).hasSize(1);
  }

  // ------------------------------------------------------------------ chat

  private static List<Long> numbers(List<Chat> chat) {
    return chat.stream().map(Chat::n).toList();
  }

  @Test
  void theLastThingsSaidAreKeptAndCounted() {
    ChatLog log = new ChatLog(3);
    for (int i = 1; i <= 5; i++) {
      Chat said = log.add(new Speaker("p-Ana", "Ana", 0), "text " + i, 1_000 + i, 7);
      assertThat(said).isEqualTo(new Chat(i, new Speaker("p-Ana", "Ana", 0), "text " + i, 1_000 + i));
    }

    assertThat(numbers(log.all())).containsExactly(3L, 4L, 5L);
  }

  @Test
  void whatWasSaidSinceARevisionIsWhatWasSaidWhileItWasShownOrLater() {
    ChatLog log = new ChatLog(10);
    log.add(new Speaker("p-Ana", "Ana", 0), "a", 1, 4);
    log.add(new Speaker("p-Ana", "Ana", 0), "b", 2, 5);
    log.add(new Speaker("p-Ana", "Ana", 0), "c", 3, 5);
    log.add(new Speaker("p-Ana", "Ana", 0), "d", 4, 9);

    assertThat(numbers(log.since(5))).containsExactly(2L, 3L, 4L);
    assertThat(numbers(log.since(6))).containsExactly(4L);
    assertThat(log.since(10)).isEmpty();
  }
}
