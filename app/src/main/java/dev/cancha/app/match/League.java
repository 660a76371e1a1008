package dev.cancha.app.match;

import dev.cancha.common.CompositionRoot;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plays a league: so many threads take one match after the other, and each match is in the ledger before it counts.
 * Owner: the thread that plays it; {@link #stop} may be called by any.
 */
@CompositionRoot("makes the threads that play matches, waits on the command's own, and tells when a match began")
final class League {
  /** Between two looks at the progress. */
  private static final long LOOK_MILLIS = 200;
  /** What a loss of power may cost. */
  private static final long SYNC_MILLIS = 1_000;

  private final Plan plan;
  private final Ledger ledger;
  private final Collector collector;
  private final Watch.Forms forms;
  private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
  private final CountDownLatch playing;

  League(Plan plan, Ledger ledger) {
    this.plan = plan;
    this.ledger = ledger;
    collector = new Collector(plan);
    forms = Watch.Forms.of(plan.game());
    playing = new CountDownLatch(plan.ways().parallel());
  }

  Collector collector() {
    return collector;
  }

  Watch.Forms forms() {
    return forms;
  }

  /** What was played before counts as it stands. */
  void resume() {
    ledger.read(entry -> collector.add(entry.played(), entry.seen()));
  }

  /**
   * Plays what is not played yet, until all is, or it is stopped.
   *
   * @param look is called now and then, with the nanoseconds that have gone by
   */
  void play(Consumer<Long> look) {
    long began = System.nanoTime();
    long synced = 0;
    for (int i = 0; i < plan.ways().parallel(); i++) {
      Thread.ofPlatform().daemon().name("cancha-match-" + i).start(this::work);
    }
    try {
      while (!collector.stopped() && !playing.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        long now = System.nanoTime() - began;
        look.accept(now);
        if (now - synced >= TimeUnit.MILLISECONDS.toNanos(SYNC_MILLIS)) {
          ledger.sync();
          synced = now;
        }
      }
    } catch (InterruptedException e) {
      collector.stop();
      Thread.currentThread().interrupt();
    }
    ledger.close();
    look.accept(System.nanoTime() - began);
    Throwable cause = broken.get();
    if (cause instanceof MatchError error) {
      throw error;
    }
    if (cause != null) {
      throw MatchError.failed(String.valueOf(cause.getMessage()));
    }
  }

  /** Nobody begins another match; those that are being played are given up, and are played when the league goes on. */
  void stop() {
    collector.stop();
  }

  private void work() {
    try (Venue venue = plan.ways().venues().get()) {
      for (int number = collector.take(); number > 0; number = collector.take()) {
        play(venue, plan.schedule().fixture(number));
      }
    } catch (Stopped e) {
      // the match is played when the league goes on
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      if (!collector.stopped()) {
        broken.compareAndSet(null, e);
      }
      collector.stop();
    } finally {
      playing.countDown();
    }
  }

  private void play(Venue venue, Fixture fixture) {
    long at = System.currentTimeMillis();
    Occasion occasion = new Occasion(plan.game(), fixture.seed(), id(fixture), plan.names(fixture), at);
    Watch watch = new Watch(forms);
    List<Mind> minds = new ArrayList<>();
    try (Court court = venue.court(occasion, watch)) {
      for (int seat = 0; seat < fixture.bots().size(); seat++) {
        minds.add(plan.mind(fixture, seat));
      }
      Played played = judged(court, watch, minds, fixture);
      keep(court.occasion(), new Entry(played, watch.seen(), at, court.occasion().match(), court.moves()));
    } finally {
      minds.forEach(Mind::close);
    }
  }

  private Played judged(Court court, Watch watch, List<Mind> minds, Fixture fixture) {
    try {
      return new Referee(plan.terms(), court, watch, minds).play(fixture);
    } catch (Stopped | MatchError e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      throw MatchError
          .failed("the rules of " + plan.game().info().id() + " broke in match " + fixture.number() + ": "
              + e + ". 'cancha check' says more of them.");
    }
  }

  private void keep(Occasion occasion, Entry entry) {
    synchronized (ledger) {
      if (collector.stopped()) {
        throw new Stopped();
      }
      ledger.append(entry);
      collector.add(entry.played(), entry.seen());
    }
    if (plan.ways().replays()) {
      Replays.write(ledger.folder(), entry.played().number(), ReplayMaker.make(occasion, entry));
    }
  }

  /** The id of a match follows from the league, too: 22 letters as all ids have. */
  private static String id(Fixture fixture) {
    byte[] bytes = HexFormat.of().parseHex(fixture.seed().hex());
    bytes[0] ^= (byte) fixture.number();
    bytes[1] ^= (byte) (fixture.number() >> 8);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return id.startsWith("-") ? "_" + id.substring(1) : id;
  }
}
