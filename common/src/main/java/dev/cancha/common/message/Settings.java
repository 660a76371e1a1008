package dev.cancha.common.message;

import org.jspecify.annotations.Nullable;

/**
 * Settings of a room, whatever its game. An absent member has the game's default.
 *
 * @param turnSeconds a turn's limit, 1 to 86,400; excludes {@code bankSeconds}
 * @param bankSeconds a clock per seat, 1 to 86,400
 * @param incrementSeconds what a seat's clock gets back with each act, 0 to 3,600; needs a bank
 * @param onAbsent what becomes of the seat of one who stays away
 * @param graceSeconds how long a seat is held, 1 to 86,400
 */
public record Settings(@Nullable Integer turnSeconds, @Nullable Integer bankSeconds,
    @Nullable Integer incrementSeconds, @Nullable OnAbsent onAbsent, @Nullable Integer graceSeconds) {
  public static final Settings NONE = new Settings(null, null, null, null, null);

  private static final int DAY_SECONDS = 86_400;

  public Settings {
    Check.range("settings.turnSeconds", turnSeconds, 1, DAY_SECONDS);
    Check.range("settings.bankSeconds", bankSeconds, 1, DAY_SECONDS);
    Check.range("settings.incrementSeconds", incrementSeconds, 0, 3_600);
    Check.range("settings.graceSeconds", graceSeconds, 1, DAY_SECONDS);
    if (turnSeconds != null && bankSeconds != null) {
      throw new Invalid(ErrorCode.BAD_OPTIONS,
          "'turnSeconds' and 'bankSeconds' exclude each other: give one");
    }
  }

  /**
   * These settings with the members that {@code changes} gives; a clock of one kind switches the other off. What
   * {@code changes} gives is never left out, so that whoever checks the result sees what does not fit.
   */
  public Settings with(Settings changes) {
    boolean bank = changes.bankSeconds != null;
    boolean turn = changes.turnSeconds != null;
    return new Settings(bank ? null : or(changes.turnSeconds, turnSeconds),
        turn ? null : or(changes.bankSeconds, bankSeconds),
        or(changes.incrementSeconds, turn ? null : incrementSeconds), or(changes.onAbsent, onAbsent),
        or(changes.graceSeconds, graceSeconds));
  }

  private static <T> @Nullable T or(@Nullable T value, @Nullable T otherwise) {
    return value != null ? value : otherwise;
  }
}
