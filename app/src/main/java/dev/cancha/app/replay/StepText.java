package dev.cancha.app.replay;

import dev.cancha.app.join.RoomText;
import dev.cancha.server.replay.ReplayCheck.Played;
import dev.cancha.server.room.Person;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomInput.FromSession;
import dev.cancha.server.room.RoomInput.Single;
import dev.cancha.server.room.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A step of a match, as a line for people. */
final class StepText {
  private StepText() {}

  /** Empty where nobody did anything and nothing happened, as in most ticks. */
  static Optional<String> line(Played step) {
    List<String> told = new ArrayList<>();
    switch (step.input()) {
      case RoomInput.Tick tick -> tick.inputs().forEach(each -> told.add(told(each, step)));
      case Single single -> told.add(told(single, step));
    }
    step.events().forEach(event -> told.add(event.toString()));
    if (told.isEmpty()) {
      return Optional.empty();
    }
    return Optional
        .of(String.format(Locale.ROOT, "%6d %8d.%03d s  %s", step.position(), step.atMillis() / 1000,
            step.atMillis() % 1000, plain(String.join("; ", told))));
  }

  /** The same without its place and time, in words rather than in JSON: to stand beside the board. */
  static Optional<String> happening(Played step, RoomText names) {
    List<String> told = new ArrayList<>();
    switch (step.input()) {
      case RoomInput.Tick tick -> tick.inputs().forEach(each -> told.add(words(told(each, step))));
      case Single single -> told.add(words(told(single, step)));
    }
    step.events().forEach(event -> told.add(names.happening(JsonMapper.shared().readTree(event.utf8()))));
    return told.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", told));
  }

  private static String words(String json) {
    return json.replaceAll("[{}\\[\\]\"]", "").replace(':', ' ').replace(",", ", ");
  }

  private static String told(Single input, Played step) {
    return switch (input) {
      case RoomInput.Enter enter -> enter.who().name() + (enter.spectate() ? " comes to watch" : " comes");
      case FromSession from -> who(from, step) + " " + deed(from);
      case RoomInput.BotAct act -> bot(act, step) + " " + act.action();
      case RoomInput.Elapsed elapsed -> "a time is over";
      case RoomInput.Restored restored -> "the server comes back";
      case RoomInput.Aborted aborted -> "the rules broke";
    };
  }

  private static String who(FromSession input, Played step) {
    Person before = step.before().roster().person(input.session());
    Person person = before != null ? before : step.after().roster().person(input.session());
    return person == null ? "somebody" : person.name();
  }

  /** Of whose seat it plays, where that is a player's. */
  private static String bot(RoomInput.BotAct act, Played step) {
    Seat seat = step.before().roster().seats().get(act.seat());
    return seat == null ? "a bot"
        : seat.isBots() ? seat.name() : seat.name() + " (by the bot " + seat.bot() + ")";
  }

  private static String deed(FromSession input) {
    return switch (input) {
      case RoomInput.Act act -> act.action().toString();
      case RoomInput.Leave leave -> "leaves";
      case RoomInput.Kick kick -> "sends somebody away";
      case RoomInput.Configure configure -> "changes the settings";
      case RoomInput.Sit sit -> sit.seat() == null ? "stands up" : "sits down on seat " + sit.seat();
      case RoomInput.Ready ready -> ready.ready() ? "is ready" : "is not ready";
      case RoomInput.Start start -> "starts";
      case RoomInput.Bot bot -> "changes a bot";
      case RoomInput.Resign resign -> "resigns";
      case RoomInput.Lost lost -> "is lost";
      case RoomInput.Back back -> "is back";
    };
  }

  /** A file from somewhere must not be able to steer a terminal. */
  static String plain(String text) {
    return text.replaceAll("\\p{C}", "?");
  }
}
