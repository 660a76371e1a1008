package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.server.room.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections on other event loops than the room's: one hop in, one hop out. */
class LoopsTest {
  private final Stage stage = new Stage(new Pool());
  private final TestLoop there = stage.loops.open();
  private final TestLoop elsewhere = stage.loops.open();

  @AfterEach
  void everyRequestIsAnsweredOnceAndEveryoneHasTheRoom() {
    stage.settled();
  }

  @Test
  void aConnectionOnAnotherLoopIsAskedAndAnsweredThere() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.guest("Beto", there).enter();

    assertThat(beto.heard()).containsExactly("entered: room 2 re 1, watching []");
    assertThat(ana.heard()).containsExactly("patch 2");
    beto.ask(new ClientMessage.Ready(3, true));
    assertThat(beto.heard()).containsExactly("patch 3", "done 3 rev 3");
    ana.ask(new ClientMessage.Kick(4, 1, null));
    assertThat(beto.heard()).containsExactly("left KICKED");
  }

  @Test
  void nothingHappensInTheRoomBeforeItsOwnLoopTurns() {
    Guest beto = stage.guest("Beto", there);
    beto.open++;

    stage.loops.as(there,
        () -> stage.host.enter(beto.identity, beto, new Entry(1, null, false, null, null, false)));
    assertThat(stage.journal.inputs).isEmpty();
    stage.loops.run();

    assertThat(stage.journal.inputs).hasSize(1);
  }

  @Test
  void allThatOneInputLedToIsOneTaskForEachLoop() {
    Guest ana = stage.guest("Ana", there).enter();
    for (String name : new String[] {"Beto", "Caro", "Dani"}) {
      stage.guest(name, there).watch();
    }
    stage.guest("Eva", elsewhere).watch();
    stage.guest("Fito").watch();
    stage.after(5_000);
    stage.quiet();
    int before = there.given;
    int beforeElsewhere = elsewhere.given;
    int beforeHere = stage.loop.given;

    ana.ask(new ClientMessage.Ready(1, true));

    assertThat(there.given - before).as("one hop out for four connections").isEqualTo(1);
    assertThat(elsewhere.given - beforeElsewhere).isEqualTo(1);
    assertThat(stage.loop.given - beforeHere).as("one hop in").isEqualTo(1);
    assertThat(ana.heard()).containsExactly("patch 2", "done 1 rev 2");
  }

  @Test
  void aBatchThatBecameDurableTogetherIsOneTaskForEachLoopAsWell() throws InterruptedException {
    Guest ana = stage.guest("Ana", there).enter();
    stage.late();
    ana.ask(new ClientMessage.Ready(1, true));
    ana.ask(new ClientMessage.Ready(2, false));
    ana.heard();

    stage.durable(2);

    assertThat(ana.heard()).containsExactly("patch 2", "done 1 rev 2", "patch 3", "done 2 rev 3");
  }

  @Test
  void theOrderOfOneConnectionsRequestsIsKept() {
    Guest ana = stage.guest("Ana", there).enter();
    ana.heard();

    ana.ask(new ClientMessage.Ready(1, true), new ClientMessage.Ready(2, false));

    assertThat(ana.heard()).containsExactly("patch 2", "done 1 rev 2", "patch 3", "done 2 rev 3");
  }

  @Test
  void anotherConnectionOfTheSessionMayBeOnAnotherLoop() {
    Guest old = stage.guest("Ana", there).enter();
    old.heard();

    Guest now = stage.guest("Ana", elsewhere).attach(old);
    old.ask(new ClientMessage.Ready(1, true));

    assertThat(now.heard()).containsExactly("resumed CODE1 []");
    assertThat(old.heard()).containsExactly("settled");
    now.ask(new ClientMessage.Ready(1, true));
    assertThat(now.heard()).containsExactly("patch 2", "done 1 rev 2");
  }

  // ------------------------------------------------------------------ the outbox alone

  @Test
  void anOutboxHandsOverInOrderAndFlushesEachLinkOnce() {
    Outbox outbox = new Outbox(new OwnLoop(stage.loop));
    Guest here = stage.guest("Ana");
    Guest away = stage.guest("Beto", there);
    here.open = 3;
    away.open = 3;

    stage.loops.as(stage.loop, () -> {
      outbox.put(here, new Delivery.Settled());
      outbox.put(away, new Delivery.Settled());
      outbox.put(away, new Delivery.Duplicate());
      outbox.put(here, new Delivery.Duplicate());
      outbox.put(away, new Delivery.NotHere());
      outbox.put(here, new Delivery.NotHere());
      assertThat(here.heard()).as("on its own loop at once").hasSize(3);
      assertThat(here.flushed).isFalse();
      assertThat(there.given).isZero();
      outbox.flush();
      outbox.flush();
    });

    assertThat(here.flushed).isTrue();
    assertThat(there.given).isEqualTo(1);
    stage.loops.run();
    assertThat(away.heard()).containsExactly("settled", "duplicate", "not here");
    assertThat(away.flushed).isTrue();
  }

  @Test
  void anOutboxIsFilledOnItsRoomsLoopOnly() {
    Outbox outbox = new Outbox(new OwnLoop(stage.loop));
    Guest ana = stage.guest("Ana");

    assertThatThrownBy(() -> stage.loops.as(there, () -> outbox.put(ana, new Delivery.Settled())))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("room's loop");
  }
}
