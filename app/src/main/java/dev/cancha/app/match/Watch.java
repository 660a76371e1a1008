package dev.cancha.app.match;

import dev.cancha.common.game.Game;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Phase;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.Outcome.Refused;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomInput.Act;
import dev.cancha.server.room.RoomState;
import java.util.Locale;
import java.util.Objects;

/** Counts what happens in one match. Owner: the thread that plays it. */
final class Watch implements Table.Witness {
  private static final String TYPE = "{\"type\":\"";

  private final Forms forms;
  private final Seen seen = Seen.nothing();

  /** What of a game is counted: the same for all of its matches. */
  record Forms(JsonType<?> act, Kinds acts, Kinds events, Kinds.Faces faces) {
    static Forms of(Game<?, ?> game) {
      var types = game.info().types();
      return new Forms(JsonType.of(types.act()), Kinds.of(types.act()), Kinds.of(types.event()),
          Kinds.Faces.of(types.view()));
    }
  }

  Watch(Forms forms) {
    this.forms = forms;
  }

  Seen seen() {
    return seen;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // what did not change is handed on as it was
  public void saw(RoomState before, RoomInput input, Changed changed) {
    if (changed.state().phase() == Phase.LOBBY) {
      return;
    }
    switch (input) {
      case Act act -> acted(act);
      case RoomInput.Tick tick -> tick.effective(changed.verdicts()).inputs().forEach(each -> {
        if (each instanceof Act act) {
          acted(act);
        }
      });
      default -> {
        // no act
      }
    }
    boolean starts = before.phase() == Phase.LOBBY;
    // the room's own event comes first, and tells only that the match begins
    changed.events().stream().skip(starts ? 1 : 0).forEach(event -> Seen.count(seen.events(), type(event)));
    Object view = changed.state().shown().document().view();
    if (view != null && view != before.shown().document().view()) {
      forms.faces.of(view).forEach(face -> Seen.count(seen.phases(), face));
    }
  }

  private void acted(Act act) {
    Seen.count(seen.acts(), forms.acts.of(Objects.requireNonNull(forms.act.read(act.action()))));
  }

  void refused(Refused refused) {
    String code = refused.code().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    Seen.count(seen.refusals(), code + ": " + refused.message().replaceAll("[0-9]+(, [0-9]+)*", "#"));
  }

  private static String type(Json event) {
    String text = event.toString();
    return text.startsWith(TYPE) ? text.substring(TYPE.length(), text.indexOf('"', TYPE.length())) : text;
  }
}
