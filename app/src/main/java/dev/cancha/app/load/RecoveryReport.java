package dev.cancha.app.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What coming back costs, in words and numbers.
 *
 * @param date on which it was measured, as ISO 8601 has it
 * @param machine and everything else that the figures depend on
 * @param command that measures the same again
 * @param plan what was to come back
 * @param filled starts on the rooms
 * @param empty starts on nothing, which cost what a start costs anyway
 */
record RecoveryReport(String date, List<String> machine, String command, Plan plan, List<Comeback> filled,
    List<Comeback> empty) {
  private static final double GOAL_SECONDS = 10;
  private static final Plan GOAL = new Plan(10_000, 20);

  RecoveryReport {
    machine = List.copyOf(machine);
    filled = List.copyOf(filled);
    empty = List.copyOf(empty);
  }

  /**
   * What comes back.
   *
   * @param rooms of two, 1 to 100,000
   * @param acts in the running match of each, 0 to 41: with the 42nd it would be over
   */
  record Plan(int rooms, int acts) {
    Plan {
      check("--rooms", rooms, 1, 100_000);
      check("--acts", acts, 0, Script.ACTS - 1);
    }

    private static void check(String option, int value, int min, int max) {
      if (value < min || value > max) {
        throw new IllegalArgumentException(
            option + " must be " + min + " to " + max + ", but is " + value + ".");
      }
    }
  }

  /** The section of a page of Markdown. */
  String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("## Coming back");
    lines.add("");
    lines.addAll(table());
    lines.add("");
    lines.add("From the launch of `cancha host` to the first 200 of `/readyz`, on " + count(plan.rooms())
        + " durable rooms of Connect Four with " + plan.acts());
    lines.add(
        "acts each in their running match, written by the rooms and the journal themselves, each act in a commit"
            + " of its own.");
    lines.add("The median, and in brackets the least and the greatest. CPU time is that of the process on all"
        + " processors; *rooms alone*");
    lines.add("is the wall time that the server itself says it took to read and fold them. " + verdict());
    lines.add("");
    machine.forEach(fact -> lines.add("- " + fact));
    lines.add("- " + date + ", by `" + command + "`");
    return String.join("\n", lines) + "\n";
  }

  /** The figures alone. */
  List<String> table() {
    return List.of("| rooms | starts | CPU s | user | system | wall s | rooms alone s |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |", row(plan.rooms(), filled), row(0, empty));
  }

  String verdict() {
    double median = figure(filled, each -> each.cpu().micros() / 1e6).median();
    return "The goal, " + count(GOAL.rooms()) + " rooms of " + GOAL.acts() + " acts within "
        + (int) GOAL_SECONDS + " s of CPU, is "
        + (!plan.equals(GOAL) ? "not tried here" : median <= GOAL_SECONDS ? "met" : "NOT met") + ".";
  }

  private static String row(int rooms, List<Comeback> starts) {
    return "| " + count(rooms) + " | " + starts.size() + " | "
        + figure(starts, each -> each.cpu().micros() / 1e6).toldWithSpread(2) + " | "
        + figure(starts, each -> each.cpu().userMicros() / 1e6).told(2) + " | "
        + figure(starts, each -> each.cpu().systemMicros() / 1e6).told(2) + " | "
        + figure(starts, each -> each.millis() / 1e3).toldWithSpread(2) + " | "
        + figure(starts, each -> each.foldMillis() / 1e3).toldWithSpread(2) + " |";
  }

  private static String count(int rooms) {
    return String.format(Locale.ROOT, "%,d", rooms);
  }

  private static Figure figure(List<Comeback> starts, ToDoubleFunction<Comeback> which) {
    return Figure.of(starts.stream().mapToDouble(which));
  }
}
