package dev.cancha.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Ana's connection is cut in every way in the middle of a match against Beto; she is back as if nothing had been. */
class ReconnectIT {
  private RealServer server;
  private RawClient ana;
  private RawClient beto;

  @BeforeEach
  void start() throws Exception {
    server = RealServer.start();
  }

  @AfterEach
  void everyoneLeaves() throws Exception {
    try (RealServer _ = server) {
      try (RawClient a = ana; RawClient b = beto) {
        a.leave();
        b.leave();
      }
      server.nothingIsLeft();
    }
  }

  private void begin(Line.Kind kind) throws IOException {
    ana = RawClient.hello(server, kind, "Ana");
    beto = RawClient.hello(server, Line.Kind.FRAMES, "Beto");
    beto.join(ana.create("connectFour"));
    ana.ready();
    beto.ready();
    ana.untilRev(beto.rev());
    assertThat(ana.inTurn()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void whoWasResetIsBackInTheSeatWithEverythingMissed(Line.Kind kind) throws Exception {
    begin(kind);
    drop(ana, 3);
    beto.untilRev(ana.rev());
    long lastSeen = ana.rev();

    ana.line().reset();
    untilConnected(false);
    drop(beto, 2);
    ana.resume();
    ana.untilRev(beto.rev());

    assertThat(ana.seat()).isZero();
    assertThat(ana.inTurn()).isTrue();
    untilConnected(true);
    ana.untilRev(beto.rev());
    assertThat(ana.patchesAfter(lastSeen)).isEqualTo(beto.patchesAfter(lastSeen)).hasSize(3);
    assertThat(ana.patchesAfter(lastSeen).get(1)).contains("\"events\":[{\"type\":\"dropped\",\"seat\":1");
    assertThat(ana.doc()).isEqualTo(beto.doc());
    drop(ana, 3);
  }

  /** Every act of hers is cut off in another way, the last one, which wins, too. */
  @ParameterizedTest
  @EnumSource
  void anActThatIsSentAgainAfterEveryCutCountsOnce(Line.Kind kind) throws Exception {
    begin(kind);
    for (int i = 0; i < 7; i++) {
      // Ana's discs go to 0 1 0 1 0 1 0, Beto's to 5 6 5 6 5 6: her seventh makes the first line
      String act = ana.nextAct("{\"column\":" + i % 2 + "}");
      Cut.values()[i % Cut.values().length].send(ana.line(), act);
      ana.resume();
      ana.line().send(act);
      ana.untilAcknowledged();
      beto.untilRev(ana.rev());
      assertThat(discs("0")).as("after act %s", i + 1).isEqualTo(i + 1);
      if (beto.inTurn()) {
        drop(beto, 5 + i % 2);
        ana.untilRev(beto.rev());
      }
    }
    assertThat(ana.phase()).isEqualTo("over");
  }

  /** How a connection ends with an act on its way. */
  private enum Cut {
    /** The act may have arrived or not. */
    RESET {
      @Override
      void send(Line line, String act) throws IOException {
        line.send(act);
        line.reset();
      }
    },
    /** The act has not arrived. */
    RESET_IN_THE_MIDDLE {
      @Override
      void send(Line line, String act) throws IOException {
        line.sendHalf(act);
        line.reset();
      }
    },
    /** The act arrives, and its answer finds nobody. */
    CLOSE {
      @Override
      void send(Line line, String act) throws IOException {
        line.send(act);
        line.close();
      }
    },
    /** The act arrives, and neither side knows that the other is gone. */
    SILENCE {
      @Override
      void send(Line line, String act) throws IOException {
        line.send(act);
      }
    },
    /** The rest of the act would come later, from a connection that was taken over. */
    SILENCE_IN_THE_MIDDLE {
      @Override
      void send(Line line, String act) throws IOException {
        line.sendHalf(act);
      }
    };

    abstract void send(Line line, String act) throws IOException;
  }

  @Test
  void aWinningActThatIsSentAgainIsAnswered() throws Exception {
    begin(Line.Kind.FRAMES);
    for (int i = 0; i < 3; i++) {
      drop(ana, 3);
      beto.untilRev(ana.rev());
      drop(beto, 4);
      ana.untilRev(beto.rev());
    }
    String winning = ana.nextAct("{\"column\":3}");
    ana.line().send(winning);
    while (!beto.phase().equals("over")) {
      beto.next();
    }
    ana.line().reset();

    ana.resume();
    ana.line().send(winning);
    JsonNode answer = ana.next();
    while (!answer.path("type").stringValue().equals("room")) {
      answer = ana.next();
    }

    assertThat(answer.path("you").path("seq").intValue()).isEqualTo(4);
    assertThat(ana.doc().path("result")).isEqualTo(beto.doc().path("result"));
    assertThat(ana.doc().path("result").path("ranks").path("0").intValue()).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void aSilentConnectionIsTakenOverAndSaysNothingMore(Line.Kind kind) throws Exception {
    begin(kind);
    drop(ana, 3);
    beto.untilRev(ana.rev());
    drop(beto, 4);
    // Ana's first connection goes silent: she has not even read Beto's move on it
    try (Line silent = ana.line()) {
      ana.resume();
      ana.untilRev(beto.rev());
      String act = ana.nextAct("{\"column\":3}");
      silent.send(act.replace("\"column\":3", "\"column\":6"));
      ana.line().send(act);
      ana.untilAcknowledged();
      beto.untilRev(ana.rev());

      assertThat(beto.doc().path("view").path("columns").path("3").stringValue()).isEqualTo("00");
      assertThat(beto.doc().path("view").path("columns").path("6").stringValue()).isEmpty();
      assertThat(beto.doc()).isEqualTo(ana.doc());
      assertThat(lastWord(silent)).contains("\"type\":\"bye\"", "\"code\":\"takenOver\"");
    }
    assertThat(beto.connected(0)).isTrue();
  }

  /** The protocol's own 25 s, which no setting makes shorter. */
  @Test
  @Tag("long")
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void whoHasSaidNothingForTwentyFiveSecondsIsLostAndMayComeBack() throws Exception {
    begin(Line.Kind.FRAMES);
    drop(ana, 3);
    beto.untilRev(ana.rev());
    long lastSeen = ana.rev();
    long silentSince = System.nanoTime();

    untilConnected(false); // Beto answers every ping meanwhile, Ana none

    assertThat(System.nanoTime() - silentSince).isGreaterThan(TimeUnit.SECONDS.toNanos(24));
    drop(beto, 2);
    try (Line lost = ana.line()) {
      assertThat(lastWord(lost)).contains("\"type\":\"bye\"", "\"code\":\"idle\"");
    }
    ana.resume();
    untilConnected(true);
    ana.untilRev(beto.rev());
    assertThat(ana.patchesAfter(lastSeen)).isEqualTo(beto.patchesAfter(lastSeen)).hasSize(3);
    drop(ana, 3);
  }

  private static void drop(RawClient client, int column) throws IOException {
    client.act("{\"column\":" + column + "}");
  }

  private void untilConnected(boolean connected) throws IOException {
    while (beto.connected(0) != connected) {
      beto.next();
    }
  }

  private long discs(String seat) {
    return List.of(0, 1, 2, 3, 4, 5, 6)
        .stream()
        .map(column -> ana.doc().path("view").path("columns").path(column.toString()).stringValue())
        .mapToLong(discs -> discs.chars().filter(disc -> disc == seat.charAt(0)).count())
        .sum();
  }

  /** What the server said last on a connection, before it ended the stream. */
  private static String lastWord(Line line) throws IOException {
    String last = "";
    for (String message = line.receive(); message != null; message = line.receive()) {
      last = message;
    }
    return last;
  }
}
