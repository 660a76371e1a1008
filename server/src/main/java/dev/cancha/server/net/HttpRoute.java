package dev.cancha.server.net;

/** Answers the requests of one path. Called on any event loop: must not block, and holds no state of its own. */
public interface HttpRoute {
  /** The path as it stands in requests, with its leading slash and without a query. */
  String path();

  HttpReply reply(HttpCall call);
}
