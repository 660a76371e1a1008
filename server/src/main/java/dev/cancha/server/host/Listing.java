package dev.cancha.server.host;

import dev.cancha.common.message.Visibility;

/** The codes of rooms, and what the lobby shows of them. Told on rooms' event loops. */
public interface Listing {
  /** A code that leads to {@code host} from now on. */
  String reserve(RoomHost host, Visibility visibility);

  /** {@code code} leads to {@code host} again, which was folded from its journal; false where it is another's. */
  boolean claim(RoomHost host, String code);

  /** {@code code} leads nowhere any more. */
  void release(String code);

  /** {@link RoomHost#row()} has changed. */
  void changed(RoomHost host);

  /** The room is gone. */
  void closed(RoomHost host);

  /** The room's loop was given up: it is gone, with all its codes. Told on another thread than the room's. */
  void lost(RoomHost host);
}
