package dev.cancha.app.terminal;

import dev.cancha.app.find.Finder;
import dev.cancha.app.join.Link;
import dev.cancha.app.join.Sentence;
import dev.cancha.client.Refused;
import dev.cancha.common.message.ClientMessage.Request;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.ServerMessage;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does what the screens want done, and tells them what came of it. Owner: the thread that shows the screens. */
public final class Surroundings implements Consumer<Effect> {
  private final Dialer dialer;
  private final Finder finder;
  private final String name;
  private final Consumer<Heard> post;
  private @Nullable Link link;
  private Finder.@Nullable Search search;
  /** Rises with each connection: what an earlier one still tells is heard no more. */
  private final AtomicInteger calls = new AtomicInteger();

  /**
   * @param name of the player
   * @param post hands what is heard to the client, later and on its thread
   */
  public Surroundings(Dialer dialer, Finder finder, String name, Consumer<Heard> post) {
    this.dialer = dialer;
    this.finder = finder;
    this.name = name;
    this.post = post;
  }

  @Override
  public void accept(Effect effect) {
    switch (effect) {
      case Effect.Search _ -> search();
      case Effect.Enough _ -> searchNoMore();
      case Effect.Dial dial -> dial(dial.address());
      case Effect.HangUp _ -> hangUp();
      case Effect.Ask ask -> {
        if (link != null) {
          report(link.ask(ask.request()), ask.request());
        }
      }
      case Effect.Act act -> {
        if (link != null) {
          report(link.act(act.action()), null);
        }
      }
    }
  }

  private void search() {
    searchNoMore();
    SortedMap<String, Server> servers = new TreeMap<>();
    // the search calls one at a time, so this map is its own
    search = finder.search(found -> {
      servers.put(found.id(), Server.of(found));
      post.accept(new Heard.Found(List.copyOf(servers.values())));
    });
  }

  private void searchNoMore() {
    if (search != null) {
      search.close();
      search = null;
    }
  }

  private void dial(String address) {
    hangUp();
    int call = calls.get();
    try {
      link = dialer.dial(address, name, heard -> {
        if (call == calls.get()) {
          post.accept(heard);
        }
      });
    } catch (IllegalArgumentException e) {
      post.accept(new Heard.Closed(Sentence.of(e)));
    }
  }

  private void hangUp() {
    calls.incrementAndGet();
    if (link != null) {
      link.close();
      link = null;
    }
  }

  /** Ends the connection and the search, where there are any. */
  public void close() {
    searchNoMore();
    hangUp();
  }

  private void report(CompletionStage<?> answer, @Nullable Request request) {
    int call = calls.get();
    answer.whenComplete((message, failure) -> {
      if (call == calls.get() && failure != null) {
        post.accept(new Heard.Refused(request, code(failure), Sentence.of(failure)));
      } else if (call == calls.get() && request != null) {
        post.accept(new Heard.Answered(request, (ServerMessage) message));
      }
    });
  }

  private static @Nullable ErrorCode code(Throwable failure) {
    Throwable cause = failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
    return cause instanceof Refused refused ? refused.code() : null;
  }
}
