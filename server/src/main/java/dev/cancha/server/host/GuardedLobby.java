package dev.cancha.server.host;

import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.foreign.ForeignLoop;
import dev.cancha.server.room.SessionId;
import io.netty.channel.EventLoop;

/** What the lobby and the sessions hear of a room of a foreign game, for as long as its loop is not given up. */
record GuardedLobby(ForeignLoop home, Listing listing, Places places) implements Listing, Places {
  @Override
  public String reserve(RoomHost host, Visibility visibility) {
    String[] code = new String[1];
    home.outward(() -> code[0] = listing.reserve(host, visibility));
    return code[0];
  }

  @Override
  public boolean claim(RoomHost host, String code) {
    boolean[] claimed = new boolean[1];
    home.outward(() -> claimed[0] = listing.claim(host, code));
    return claimed[0];
  }

  @Override
  public void release(String code) {
    home.outward(() -> listing.release(code));
  }

  @Override
  public void changed(RoomHost host) {
    home.outward(() -> listing.changed(host));
  }

  @Override
  public void closed(RoomHost host) {
    home.outward(() -> listing.closed(host));
  }

  @Override
  public void lost(RoomHost host) {
    listing.lost(host); // which is how a loop is given up
  }

  @Override
  public void entered(SessionId session, RoomHost host) {
    home.outward(() -> places.entered(session, host));
  }

  @Override
  public void returned(Identity who, RoomHost host) {
    home.outward(() -> places.returned(who, host));
  }

  @Override
  public void left(SessionId session, RoomHost host, LeftReason reason) {
    home.outward(() -> places.left(session, host, reason));
  }

  @Override
  public void lost(EventLoop loop, String message) {
    places.lost(loop, message);
  }
}
