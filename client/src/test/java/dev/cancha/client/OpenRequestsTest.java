package dev.cancha.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage.Done;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OpenRequestsTest {
  private final OpenRequests requests = new OpenRequests();

  private CompletableFuture<Done> open(int id) {
    CompletableFuture<Done> answer = new CompletableFuture<>();
    requests.add(id, new ClientMessage.Start(id), Done.class, answer);
    return answer;
  }

  @Test
  void idsRiseFromOneAndSkipThoseThatAreOpen() {
    open(2);
    assertThat(requests.nextId()).isEqualTo(1);
    assertThat(requests.nextId()).isEqualTo(3);
  }

  @Test
  void anAnswerCountsOnce() {
    CompletableFuture<Done> answer = open(1);
    assertThat(requests.answer(1, new Done(1, 4L))).isTrue();
    assertThat(requests.answer(1, new Done(1, 5L))).isFalse();
    assertThat(answer).isCompletedWithValue(new Done(1, 4L));
  }

  @Test
  void anAnswerToNothingIsNone() {
    assertThat(requests.answer(null, new Done(null, null))).isFalse();
    assertThat(requests.fail(9, new ConnectionLost("gone", true))).isFalse();
    assertThat(requests.message(9)).isNull();
  }

  @Test
  void allButTheKeptOneFail() {
    CompletableFuture<Done> kept = open(1);
    CompletableFuture<Done> failed = open(2);
    requests.failAllBut(1, new ConnectionLost("gone", true));
    assertThat(kept).isNotDone();
    assertThat(failed).isCompletedExceptionally();
  }

  @Test
  void aFailureThatAsksAgainAtOnceIsNotFailedItself() {
    CompletableFuture<Done> again = new CompletableFuture<>();
    open(1).whenComplete((done, failure) -> requests.add(2, new ClientMessage.Start(2), Done.class, again));
    requests.failAllBut(null, new ConnectionLost("gone", true));
    assertThat(again).isNotDone();
    assertThat(requests.message(2)).isNotNull();
  }
}
