package dev.cancha.app.match;

import dev.cancha.app.rating.Sprt;
import dev.cancha.app.rating.Sprt.Verdict;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.json.JsonType;
import dev.cancha.server.bots.Launcher;
import dev.cancha.server.games.GameJar;
import dev.cancha.server.games.UnusableJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is asked of {@code cancha match}, and whether it makes sense. Owner: the command. */
final class MatchOptions {
  private static final Pattern ELOS = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?),(-?[0-9]+(?:\\.[0-9]+)?)");
  private static final int MOST_PARALLEL = 256;
  private static final int MOST_ACTS = 10_000;
  private static final int HOUR_SECONDS = 3_600;
  private static final String TCP = "tcp";
  private static final String JAR = ".jar";
  private static final JsonType<Arguments> ARGUMENTS = JsonType.of(Arguments.class);

  // @formatter:off (it would join the lines of these texts)
  @Parameters(paramLabel = "GAME|JAR", arity = "0..1",
      description = "The id of a game that Cancha has, or a jar with one.")
  private String target = "";

  @Option(names = "--bots", paramLabel = "BOT,BOT,...",
      description = "Who plays: random, mcts, mcts:PLAYOUTS, a bot of the game's own, a program's file (./my_bot.py), "
          + "or NAME=COMMAND, such as 'mine=python3 bots/mine.py --level 3'.")
  private String bots = "";

  @Option(names = "--games", paramLabel = "N", defaultValue = "100",
      description = "How many matches each pairing plays, or each combination that fills the seats. "
          + "Default: ${DEFAULT-VALUE}")
  private int games;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
      description = "Other matches; the same seed plays the same. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(names = "--seats", paramLabel = "N",
      description = "Of a match. Unless given: two, or the game's fewest where those are more.")
  private int seats;

  @Option(names = "--swap-seats", negatable = true, defaultValue = "true", fallbackValue = "true",
      description = "Each seed is played once on each seat (the default), or all sit as they are named.")
  private boolean swap;

  @Option(names = "--sprt", paramLabel = "ELO0,ELO1",
      description = "For two bots: stop as soon as it is known whether the first is ELO1 stronger, or only ELO0.")
  private @Nullable String sprt;

  @Option(names = "--parallel", paramLabel = "N",
      description = "How many matches at once. It changes no result. Unless given: one for each processor.")
  private int parallel;

  @Option(names = "--over", paramLabel = "tcp",
      description = "Play through a server of the league's own, over TCP. Unless given: within this process.")
  private @Nullable String over;

  @Option(names = "--patience", paramLabel = "TIME", defaultValue = "10s",
      description = "How long a program may think about one act: 10ms to 5min. Default: ${DEFAULT-VALUE}")
  private String patience = "";

  @Option(names = "--startup", paramLabel = "TIME", defaultValue = "10s",
      description = "How long it may take for its first answer in a match, for which it is started. "
          + "Default: ${DEFAULT-VALUE}")
  private String startup = "";

  @Option(names = "--most", paramLabel = "N",
      description = "How long a match may be, in acts or ticks; a longer one is a draw. Unless given: 10,000 "
          + "acts, or an hour of ticks.")
  private int most;

  @Option(names = "--lenient",
      description = "Who acts against the rules does the first thing that it may, as in a room, instead of losing "
          + "the match.")
  private boolean lenient;

  @Option(names = "--strict",
      description = "Exit with 1 where a bot crashed, ran out of time, or acted against the rules.")
  private boolean strict;

  @Option(names = "--dir", paramLabel = "DIR",
      description = "The league's folder. Unless given: one for these arguments in ./cancha-match.")
  private @Nullable Path folder;

  @Option(names = "--fresh", description = "Forget what was played in that folder, and begin anew.")
  private boolean fresh;

  @Option(names = "--replays",
      description = "Write the replay of each match at once, not only when --replay asks for it.")
  private boolean replays;

  // @formatter:on

  @Mixin
  private final ResultFiles files = new ResultFiles();

  ResultFiles files() {
    return files;
  }

  boolean fresh() {
    return fresh;
  }

  Path givenFolder() {
    if (folder == null) {
      throw MatchError.asked("--replay needs --dir DIR, the folder of the league.");
    }
    return folder;
  }

  /** The game that is asked for. */
  Game<?, ?> game(List<Game<?, ?>> games) {
    if (target.isEmpty()) {
      throw MatchError.asked("say which game: " + ids(games) + ", or a jar.");
    }
    return game(games, target);
  }

  /** The game {@code id} of {@code games}, or of the jar that is asked for. */
  Game<?, ?> game(List<Game<?, ?>> games, String id) {
    for (Game<?, ?> game : games) {
      if (game.info().id().equals(id)) {
        return game;
      }
    }
    Path path = Path.of(target);
    if (!target.endsWith(JAR) || !Files.exists(path)) {
      throw MatchError.asked(
          "there is no game '" + (target.isEmpty() ? id : target) + "', and no such jar; the games are "
              + ids(games) + ".");
    }
    try {
      List<Game<?, ?>> inside = GameJar.open(path).games(); // open for as long as the process lives
      if (inside.size() > 1 && inside.stream().noneMatch(game -> game.info().id().equals(id))) {
        throw MatchError.asked(path + " has " + inside.size() + " games, but a league is of one.");
      }
      return inside.getFirst();
    } catch (UnusableJar e) {
      throw MatchError.asked(String.valueOf(e.getMessage()));
    }
  }

  private static String ids(List<Game<?, ?>> games) {
    return games.stream().map(game -> game.info().id()).sorted().collect(Collectors.joining(", "));
  }

  /** All that is asked for; programs are started by {@code launcher}. */
  Plan plan(Game<?, ?> game, Venues venues, Launcher launcher) {
    if (bots.isBlank()) {
      throw MatchError.asked("say who plays: --bots random,random.");
    }
    List<Entrant> entrants = Entrant.parse(bots, game);
    within("--games", games, 1, Schedule.MOST);
    within("--parallel", parallel == 0 ? 1 : parallel, 1, MOST_PARALLEL);
    within("--most", most == 0 ? 1 : most, 1, Integer.MAX_VALUE);
    Schedule schedule = schedule(game.info(), entrants.size());
    boolean ticks = game.info().tickRate() > 0;
    int longest = most > 0 ? most : ticks ? HOUR_SECONDS * game.info().tickRate() : MOST_ACTS;
    Patience waits = new Patience(Patience.parse("--startup", startup),
        Patience.parse("--patience", patience));
    Sprt test = sprt(entrants.size());
    Supplier<Venue> venue = venues(game, venues);
    int threads = Math.min(parallel > 0 ? parallel : venues.processors(), (int) schedule.total());
    return new Plan(game, entrants, schedule, new Referee.Terms(ticks, longest, lenient), test,
        new Plan.Ways(waits, launcher, venue, threads, replays || files.pages()));
  }

  private Schedule schedule(GameInfo<?> info, int entrants) {
    int least = Math.max(2, info.seats().min());
    if (info.seats().max() < least) {
      throw MatchError.asked(info.id() + " is for one seat: nobody plays against anybody.");
    }
    int seated = seats > 0 ? seats : least;
    within("--seats", seats == 0 ? seated : seats, least, info.seats().max());
    if (entrants < seated) {
      throw MatchError
          .asked("--bots has " + entrants + (entrants == 1 ? " bot" : " bots") + ", but a match has "
              + seated + " seats: name more, or one of them twice.");
    }
    Schedule schedule = new Schedule(seed, entrants, seated, games, swap);
    if (schedule.combinations() > Schedule.MOST || schedule.total() > Schedule.MOST) {
      throw MatchError.asked("these are more than " + LeagueText.number(Schedule.MOST) + " matches ("
          + (schedule.combinations() > Schedule.MOST ? "more" : LeagueText.number(schedule.combinations()))
          + " combinations, --games " + games + "): play fewer, or with fewer bots.");
    }
    return schedule;
  }

  private @Nullable Sprt sprt(int entrants) {
    if (sprt == null) {
      return null;
    }
    Matcher elos = ELOS.matcher(sprt.replace(" ", ""));
    if (!elos.matches()) {
      throw MatchError.asked("--sprt is '" + sprt + "', but must be two numbers of Elo, such as 0,10.");
    }
    if (entrants != 2) {
      throw MatchError.asked("--sprt is for two bots, and --bots has " + entrants + ".");
    }
    double elo0 = Double.parseDouble(elos.group(1));
    double elo1 = Double.parseDouble(elos.group(2));
    if (elo0 >= elo1) {
      throw MatchError.asked("--sprt is " + sprt + ", but its first number must be less than its second.");
    }
    return Sprt.of(elo0, elo1);
  }

  private Supplier<Venue> venues(Game<?, ?> game, Venues venues) {
    if (over == null) {
      return venues::memory;
    }
    if (!over.equals(TCP)) {
      throw MatchError.asked("--over is '" + over + "', but there is only tcp.");
    }
    if (game.info().tickRate() > 0) {
      throw MatchError.asked(game.info().id() + " ticks by the clock of a server, which waits for no bot: "
          + "--over tcp is for games that wait.");
    }
    if (target.endsWith(JAR)) {
      throw MatchError.asked("--over tcp is for games that Cancha has, and not for those of a jar.");
    }
    return venues::server;
  }

  private static void within(String option, int value, int min, int max) {
    if (value < min || value > max) {
      throw MatchError
          .asked(option + " must be " + LeagueText.number(min) + " to " + LeagueText.number(max) + ", but is "
              + value + ".");
    }
  }

  Arguments arguments(Plan plan) {
    Schedule schedule = plan.schedule();
    return new Arguments(plan.game().info().id(), plan.game().rules(),
        plan.entrants().stream().map(Entrant::name).toList(),
        plan.entrants().stream().map(Entrant::fingerprint).toList(), schedule.seed(), schedule.seats(),
        schedule.games(), schedule.swap(), Patience.told(plan.ways().patience().first()),
        Patience.told(plan.ways().patience().next()), plan.terms().most(),
        lenient,
        over == null ? "" : over);
  }

  /** Where the league is, or will be. */
  Path folder(Arguments arguments) {
    if (folder != null) {
      return folder;
    }
    String print = Fingerprint.of(ARGUMENTS.write(arguments).utf8());
    return Path.of("cancha-match", arguments.game() + "-" + print);
  }

  /** What {@code --over} says; empty where matches are played within this process. */
  String over() {
    return over == null ? "" : over;
  }

  /** Whether all is as whoever gates on it wants it. */
  boolean held(LeagueResult result) {
    var standing = result.sprt();
    boolean shown = sprt == null || (standing != null && standing.verdict() == Verdict.H1);
    return shown && (!strict || result.faults() == 0);
  }
}
