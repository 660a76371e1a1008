package dev.cancha.server.host;

import dev.cancha.common.message.Json;
import dev.cancha.server.foreign.ForeignLoop;
import dev.cancha.server.journal.Journal.Depth;
import dev.cancha.server.journal.Journal.Receipt;
import dev.cancha.server.journal.Journal.Recovered;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomState;
import java.util.List;

/**
 * Ends a room in the journal whose loop was given up: takes it over, so that whatever its old thread still appends is
 * fenced, folds it on another loop from what is stored, and appends that it was aborted, with which its match is
 * stored. What its old thread was about to do is in no journal. Lives for one room; any thread.
 */
final class Foreclosure {
  private final Ground ground;
  private final RoomPorts ports;

  Foreclosure(Ground ground, RoomPorts ports) {
    this.ground = ground;
    this.ports = ports;
  }

  void run() {
    take(Depth.SNAPSHOT);
  }

  private void take(Depth depth) {
    ports.journal().reopen(List.of(ground.id()), depth).whenComplete((found, failed) -> {
      if (failed != null) {
        RoomHost.LOG.error("room {} stays in the journal as it was: {}", ground.id(), failed.getMessage());
      } else if (found.isEmpty()) {
        ground.chronicle().disown(); // nothing of it is stored, and nothing shall be
      } else if (found.getFirst() instanceof Recovered.Found stored) {
        if (depth == Depth.SNAPSHOT && Folding.otherRules(stored, ground.game())) {
          take(Depth.BASE);
        } else {
          new ForeignTask(ports.foreign(), stored.opening().game(), (there, done) -> end(stored, there),
              () -> aside(stored, "its rules did not come to an end")).begin();
        }
      } else {
        RoomHost.LOG.error("room {} cannot be read, and stays in the journal", ground.id());
      }
    });
  }

  private static void aside(Recovered.Found stored, String reason) {
    RoomHost.LOG.error("room {} is set aside: {}", stored.room(), reason);
    stored.log().setAside(reason);
  }

  private void end(Recovered.Found stored, ForeignLoop there) {
    Folded found;
    try {
      found = Folding.fold(stored, ground.game());
    } catch (Folding.Failed e) {
      there.outward(() -> aside(stored, String.valueOf(e.getMessage())));
      return;
    }
    if (found == null) {
      there.outward(() -> stored.log().close());
      return;
    }
    RoomState state = found.state();
    RoomInput input = new RoomInput.Aborted(state.at());
    Changed changed = (Changed) found.room().step(state, input);
    Decided decided = new Decided(state, input, changed, Json.emptyObject());
    Chronicle chronicle = new Chronicle(new GuardedLog(there, stored.log()),
        new Chronicle.Subject(stored.room(), found.room(), stored.opening().game(), found.rules(), false,
            true),
        ports.wallClock(), found.snapshotAt());
    chronicle.prepare(decided);
    chronicle.append(decided, new Receipt() {
      @Override
      public void durable() {
        stored.log().close();
      }

      @Override
      public void failed(Throwable cause) {
        RoomHost.LOG.error("room {} stays in the journal as it was: {}", stored.room(), cause.getMessage());
      }
    });
  }
}
