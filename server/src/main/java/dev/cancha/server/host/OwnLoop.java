package dev.cancha.server.host;

import dev.cancha.server.journal.Journal;
import io.netty.channel.EventLoop;

/** The home of rooms whose games are the server's own: nothing is asked of them, and nothing is measured. */
record OwnLoop(EventLoop loop) implements Home {
  @Override
  public boolean foreign() {
    return false;
  }

  @Override
  public void moveIn(RoomHost host) {
    // there is always room
  }

  @Override
  public void leaves(RoomHost host) {
    // nobody counts
  }

  @Override
  public void execute(Runnable task) {
    loop.execute(task);
  }

  @Override
  public void go(RoomHost host, Runnable task) {
    host.course().catchUp();
    task.run();
  }

  @Override
  public boolean lost() {
    return false;
  }

  @Override
  public void requireHere() {
    // it always is
  }

  @Override
  public void afford() {
    // these are trusted
  }

  @Override
  public void outward(Runnable effect) {
    effect.run();
  }

  @Override
  public RoomPorts ports(RoomPorts ports) {
    return ports;
  }

  @Override
  public Journal.Log log(Journal.Log log) {
    return log;
  }
}
