package dev.cancha.client;

import dev.cancha.common.message.ClientMessage.Act;
import dev.cancha.common.message.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The acts that were neither acknowledged nor refused, in order: what is sent again after the connection was lost.
 * Owner: the client's event loop.
 */
final class OpenActs {
  /** Far above what a server takes a second, 30: more waits for nothing but its refusal. */
  static final int MOST = 256;

  private final Deque<Open> open = new ArrayDeque<>();
  private long lastSeq;

  private record Open(Act act, CompletableFuture<Applied> answer) {}

  boolean full() {
    return open.size() >= MOST;
  }

  /** Takes the next number, above all that this client has used and that the server has told. */
  Act add(Json action, long rev, CompletableFuture<Applied> answer) {
    Act act = new Act(lastSeq + 1, action, rev);
    lastSeq = act.seq();
    open.add(new Open(act, answer));
    return act;
  }

  /** All acts up to {@code seq} count. */
  void applied(long seq, long rev) {
    lastSeq = Math.max(lastSeq, seq);
    List<Open> done = new ArrayList<>();
    while (!open.isEmpty() && open.peekFirst().act().seq() <= seq) {
      done.add(open.removeFirst());
    }
    done.forEach(act -> act.answer().complete(new Applied(act.act().seq(), rev)));
  }

  /** Whether the act {@code seq} was open, and has failed now. */
  boolean refused(long seq, ClientFailure failure) {
    for (Iterator<Open> acts = open.iterator(); acts.hasNext();) {
      Open act = acts.next();
      if (act.act().seq() == seq) {
        acts.remove();
        act.answer().completeExceptionally(failure);
        return true;
      }
    }
    return false;
  }

  void failAll(ClientFailure failure) {
    List<Open> failed = List.copyOf(open);
    open.clear();
    failed.forEach(act -> act.answer().completeExceptionally(failure));
  }

  /** As they were first sent, with the same numbers and revisions. */
  List<Act> inOrder() {
    return open.stream().map(Open::act).toList();
  }
}
