package dev.cancha.server.lobby;

import dev.cancha.common.bots.Bots;
import dev.cancha.common.game.Game;
import dev.cancha.common.json.Mismatch;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.ServerMessage.GameDescription;
import dev.cancha.common.message.ServerMessage.GameEntry;
import dev.cancha.common.message.ServerMessage.RoomEntry;
import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.foreign.ForeignLoop;
import dev.cancha.server.host.Delivery;
import dev.cancha.server.host.Entry;
import dev.cancha.server.host.Identity;
import dev.cancha.server.host.Link;
import dev.cancha.server.host.Passwords;
import dev.cancha.server.host.RoomHost;
import dev.cancha.server.host.RoomLimits;
import dev.cancha.server.host.RoomPorts;
import dev.cancha.server.room.Outcome.Refused;
import dev.cancha.server.room.PasswordHash;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomConfig;
import dev.cancha.server.room.RoomRules;
import io.netty.channel.EventLoop;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens rooms of the games on offer. Any thread may use it; a new room takes the loop of who opens it, unless its
 * game is foreign: those have loops of their own.
 */
public final class Lobby {
  private static final Refused BROKEN = new Refused(ErrorCode.INTERNAL, "the rules of this game failed");

  private final SortedMap<String, Offer> offers;
  private final RoomDirectory directory;
  private final LobbyLimits limits;
  private final RoomLimits roomLimits;
  private final RoomPorts ports;
  private volatile boolean draining;

  /** What a room is wanted to be; {@code permanent}: it stays when nobody is there. */
  private record Wish(Offer offer, Record options, Settings settings, int seats, Visibility visibility,
      boolean permanent) {}

  /** {@code directory} is also the listing in {@code ports}. */
  public Lobby(Collection<Game<?, ?>> games, RoomDirectory directory, LobbyLimits limits,
      RoomLimits roomLimits,
      RoomPorts ports) {
    SortedMap<String, Offer> byId = new TreeMap<>();
    for (Game<?, ?> game : games) {
      if (byId.put(game.info().id(), Offer.of(game, ports.bots().names(game.info().id()))) != null) {
        throw new IllegalArgumentException("two games have the id '" + game.info().id() + "'");
      }
    }
    this.offers = Collections.unmodifiableSortedMap(byId);
    this.directory = directory;
    this.limits = limits;
    this.roomLimits = roomLimits;
    this.ports = ports;
  }

  /**
   * Asks {@code game} all that a server asks once; throws whatever its code throws, or where its types make no sense.
   */
  public static void introduce(Game<?, ?> game) {
    Offer.of(game, List.copyOf(Bots.of(game).keySet()));
    new Room<>(game, new RoomRules(RoomLimits.standard().lobbyGrace().toMillis(), 1)).readable();
  }

  public RoomDirectory directory() {
    return directory;
  }

  public LobbyLimits limits() {
    return limits;
  }

  public List<GameEntry> games() {
    return offers.values().stream().map(Offer::entry).toList();
  }

  /** The game's description, or null where it is not on offer. */
  public @Nullable GameDescription describe(String game, @Nullable Integer re) {
    Offer offer = offers.get(game);
    return offer == null ? null : offer.description(re);
  }

  /** From now on nobody comes in and no room is opened. */
  public void drain() {
    draining = true;
  }

  public boolean draining() {
    return draining;
  }

  /**
   * Opens a room and lets its creator in; answers {@code link} with Entered or a Refusal. Gives the loop that this is
   * done on: a room of a foreign game is opened where it lives, since already its options are of the game's making.
   */
  public EventLoop create(ClientMessage.Create create, Identity who, Link link) {
    Offer offer = offers.get(create.game());
    Refused refused = admission(offer, create.game());
    Site site = offer == null || refused != null ? null : site(offer, link.loop());
    if (refused != null || offer == null || site == null) {
      refuse(link, create.id(), refused == null ? hangs(create.game()) : refused);
      return link.loop();
    }
    Guest guest = new Guest(who, link, site);
    site.execute(() -> create(create, offer, guest), () -> refuse(guest, create.id(), BROKEN));
    return site.loop();
  }

  /** Who creates a room, and where that is done. */
  private record Guest(Identity who, Link link, Site site) {}

  /** Null where the game hangs. */
  private @Nullable Site site(Offer offer, EventLoop caller) {
    if (!ports.foreign().owns(offer.entry().id())) {
      return Site.of(caller);
    }
    ForeignLoop there = ports.foreign().next(offer.entry().id());
    return there == null ? null : Site.of(there);
  }

  private static Refused hangs(String game) {
    return new Refused(ErrorCode.SERVER_FULL,
        "games from outside hang on this server, and it opens no more rooms of '" + shortened(game) + "'");
  }

  private void create(ClientMessage.Create create, Offer offer, Guest guest) {
    Link link = guest.link();
    Settings settings = create.settings() == null ? Settings.NONE : create.settings();
    int seats = create.seats() == null ? offer.entry().maxSeats() : create.seats();
    Refused refused = offer.configuring().check(seats, settings);
    boolean spectate = create.spectate() != null && create.spectate();
    int bots = create.bots() == null ? 0 : create.bots();
    if (refused == null) {
      refused = checkBots(offer, bots, seats - (spectate ? 0 : 1));
    }
    Record options = null;
    if (refused == null) {
      try {
        options = offer.configuring().options(create.options());
      } catch (Mismatch e) {
        refused = new Refused(ErrorCode.BAD_OPTIONS, "'options': " + e.getMessage());
      }
    }
    if (refused != null || options == null) {
      refuse(guest, create.id(), refused);
      return;
    }
    Visibility visibility = create.visibility() == null ? Visibility.PUBLIC : create.visibility();
    Wish wish = new Wish(offer, options, settings, seats, visibility, false);
    Entry entry = new Entry(create.id(), null, spectate, create.password(), null, bots, false);
    if (create.password() == null) {
      open(wish, null, guest.site()).enter(guest.who(), link, entry);
    } else {
      // the hash is made of this very password, so that it need not be checked against it again
      Passwords.Caller caller = new Passwords.Caller(
          task -> guest.site().execute(task, () -> refuse(guest, create.id(), BROKEN)),
          () -> refuse(guest, create.id(),
              new Refused(ErrorCode.RATE_LIMITED, "too many passwords wait to be hashed: try again")));
      ports.passwords()
          .hash(create.password(), caller,
              hash -> open(wish, hash, guest.site()).enterAsCreator(guest.who(), link, entry, hash));
    }
  }

  private static @Nullable Refused checkBots(Offer offer, int bots, int free) {
    if (bots > 0 && offer.description().bots().isEmpty()) {
      return new Refused(ErrorCode.NO_SUCH_BOT, "this game has no bots here: leave 'bots' out");
    }
    return bots <= free ? null
        : new Refused(ErrorCode.BAD_MESSAGE,
            "'bots' is " + bots + ", but only " + free + " seats are free for them");
  }

  /**
   * Opens a room that stays open, and whose first guest is its host; on {@code loop}, unless its game is foreign.
   * {@code then} is given it; null where the game is not on offer, or hangs.
   */
  public void openPermanent(String game, EventLoop loop, Consumer<@Nullable RoomHost> then) {
    Offer offer = offers.get(game);
    Site site = offer == null ? null : site(offer, loop);
    if (offer == null || site == null) {
      then.accept(null);
      return;
    }
    site.execute(() -> {
      Record options = offer.configuring().options(null);
      then.accept(
          open(new Wish(offer, options, Settings.NONE, offer.entry().maxSeats(), Visibility.PUBLIC, true),
              null, site));
    }, () -> then.accept(null));
  }

  /** The room that stays open for {@code game}, or null: one that an earlier process opened, too. */
  public @Nullable RoomHost permanent(String game) {
    return directory.all()
        .stream()
        .filter(host -> host.row().permanent() && host.row().entry().game().equals(game))
        .findFirst()
        .orElse(null);
  }

  /** What a quick match comes down to: the rooms to try, in this order, and what to open if none takes one. */
  public record Quick(Record options, List<RoomHost> rooms, ClientMessage.Create otherwise) {}

  /**
   * Tells {@code then} where {@code quick} leads, on the loop of {@code link}, or that link a Refusal. Gives the loop
   * that this is looked for on: options of a foreign game are compared by its own code.
   */
  public EventLoop quick(ClientMessage.Quick quick, Identity who, Link link, Consumer<Quick> then) {
    Offer offer = offers.get(quick.game());
    Refused refused = offer == null ? noGame(quick.game()) : draining ? drains() : null;
    Site site = offer == null || refused != null ? null : site(offer, link.loop());
    if (offer == null || refused != null || site == null) {
      refuse(link, quick.id(), refused == null ? hangs(quick.game()) : refused);
      return link.loop();
    }
    Guest guest = new Guest(who, link, site);
    site.execute(() -> quick(quick, offer, guest, then), () -> refuse(guest, quick.id(), BROKEN));
    return site.loop();
  }

  private void quick(ClientMessage.Quick quick, Offer offer, Guest guest, Consumer<Quick> then) {
    try {
      Record options = offer.configuring().options(quick.options());
      Quick found = new Quick(options, directory.fitting(quick.game(), options),
          new ClientMessage.Create(quick.id(),
              quick.game(), quick.options(), null, null, null, null, null, null));
      guest.site().answer(guest.link().loop(), () -> then.accept(found));
    } catch (Mismatch e) {
      refuse(guest, quick.id(), new Refused(ErrorCode.BAD_OPTIONS, "'options': " + e.getMessage()));
    }
  }

  private @Nullable Refused admission(@Nullable Offer offer, String game) {
    if (draining) {
      return drains();
    }
    if (offer == null) {
      return noGame(game);
    }
    if (directory.size() >= limits.maxRooms()) {
      return new Refused(ErrorCode.SERVER_FULL, "this server has all the rooms it can have: try again later");
    }
    return null;
  }

  private Refused noGame(String game) {
    return new Refused(ErrorCode.NO_SUCH_GAME, noSuchGame(game));
  }

  private static Refused drains() {
    return new Refused(ErrorCode.DRAINING, "the server is about to stop");
  }

  /** Says that there is no such game, and which there are. */
  public String noSuchGame(String game) {
    return "there is no game '" + shortened(game) + "' here; there are " + String.join(", ", offers.keySet());
  }

  /** The public rooms of {@code game}, or of all, newest first. */
  public List<RoomEntry> list(@Nullable String game) {
    return directory.list(game, limits.listedRooms());
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= 40 ? text
        : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
  }

  private RoomHost open(Wish wish, @Nullable PasswordHash password, Site site) {
    RoomConfig config = new RoomConfig("", wish.seats(), wish.options(), wish.settings(), wish.visibility(),
        password,
        wish.permanent());
    RoomHost host = site.open(new RoomHost.Opening(wish.offer().game(), config, roomLimits,
        ports.durabilities().of(wish.offer().game().info())), ports);
    host.listed();
    return host;
  }

  private static void refuse(Guest guest, @Nullable Integer re, @Nullable Refused refused) {
    guest.site().answer(guest.link().loop(), () -> refuse(guest.link(), re, refused));
  }

  private static void refuse(Link link, @Nullable Integer re, @Nullable Refused refused) {
    if (refused != null) {
      link.deliver(new Delivery.Refusal(re, null, refused.code(), refused.message()));
      link.flush();
    }
  }
}
