package dev.cancha.server.lobby;

import dev.cancha.common.message.Protocol;
import dev.cancha.common.message.ServerMessage.RoomEntry;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.host.Entropy;
import dev.cancha.server.host.Listing;
import dev.cancha.server.host.RoomHost;
import dev.cancha.server.host.RoomRow;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Where rooms are: by code, and as a list. Any thread may use it. */
public final class RoomDirectory implements Listing {
  private final Entropy entropy;
  private final Map<String, RoomHost> byCode = new ConcurrentHashMap<>();
  /** By the order in which they were opened, newest first. */
  private final ConcurrentSkipListMap<Long, RoomHost> rooms = new ConcurrentSkipListMap<>(
      Comparator.reverseOrder());
  private final Map<RoomHost, Long> orders = new ConcurrentHashMap<>();
  private final AtomicLong opened = new AtomicLong();
  private final Set<Runnable> watchers = ConcurrentHashMap.newKeySet();

  public RoomDirectory(Entropy entropy) {
    this.entropy = entropy;
  }

  @Override
  public String reserve(RoomHost host, Visibility visibility) {
    int length = visibility == Visibility.PRIVATE ? Protocol.PRIVATE_CODE_LENGTH
        : Protocol.PUBLIC_CODE_LENGTH;
    String code;
    do {
      code = draw(length);
    } while (byCode.putIfAbsent(code, host) != null);
    return code;
  }

  @Override
  public boolean claim(RoomHost host, String code) {
    return byCode.putIfAbsent(code, host) == null;
  }

  @Override
  public void release(String code) {
    byCode.remove(code);
  }

  @Override
  public void changed(RoomHost host) {
    long order = orders.computeIfAbsent(host, unseen -> opened.incrementAndGet());
    rooms.put(order, host);
    watchers.forEach(Runnable::run);
  }

  @Override
  public void closed(RoomHost host) {
    Long order = orders.remove(host);
    if (order != null) {
      rooms.remove(order);
      watchers.forEach(Runnable::run);
    }
  }

  @Override
  public void lost(RoomHost host) {
    byCode.values().removeIf(host::equals);
    closed(host);
  }

  /** The room behind a code, case ignored; null where there is none. */
  public @Nullable RoomHost find(String code) {
    return byCode.get(code.toUpperCase(Locale.ROOT));
  }

  /** How many rooms are open, private ones too. */
  public int size() {
    return orders.size();
  }

  public Collection<RoomHost> all() {
    return rooms.values();
  }

  /** The public rooms of {@code game}, or of all games, newest first. */
  public List<RoomEntry> list(@Nullable String game, int most) {
    return rooms.values()
        .stream()
        .map(RoomHost::row)
        .filter(RoomRow::listed)
        .map(RoomRow::entry)
        .filter(entry -> game == null || entry.game().equals(game))
        .limit(most)
        .toList();
  }

  /** Where {@code quick} may put someone, the fullest first, and the oldest of equals. */
  List<RoomHost> fitting(String game, Record options) {
    return rooms.descendingMap()
        .values()
        .stream()
        .filter(host -> host.row().fits(game, options))
        .sorted(Comparator.comparingInt((RoomHost host) -> host.row().entry().taken()).reversed())
        .toList();
  }

  /** {@code watcher} is run after each change of the list, on any thread; it must not block. */
  public void watch(Runnable watcher) {
    watchers.add(watcher);
  }

  public void unwatch(Runnable watcher) {
    watchers.remove(watcher);
  }

  /** Each character equally likely: 30 of them, so a byte of 240 or more is drawn again. */
  private String draw(int length) {
    StringBuilder code = new StringBuilder(length);
    int size = Protocol.CODE_ALPHABET.length();
    while (code.length() < length) {
      for (byte drawn : entropy.bytes(length)) {
        int value = drawn & 0xff;
        if (value < 256 / size * size && code.length() < length) {
          code.append(Protocol.CODE_ALPHABET.charAt(value % size));
        }
      }
    }
    return code.toString();
  }
}
