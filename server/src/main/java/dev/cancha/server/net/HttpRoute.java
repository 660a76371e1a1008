package dev.cancha.server.net;

import java.util.function.Consumer;

/** Answers the requests of one path, or of all below one. Called on any event loop: must not block. */
public interface HttpRoute {
  /**
   * The path as it stands in requests, with its leading slash and without a query. One that ends in a slash stands for
   * all paths below it for which there is no other route.
   */
  String path();

  /** Answers {@code call} by giving {@code answer} one reply, now or later, on any thread. */
  void answer(HttpCall call, Consumer<HttpReply> answer);
}
