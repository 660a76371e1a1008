package dev.cancha.app.find;

import dev.cancha.common.message.Phase;

/** A public room of a server that was found: {@code seats} in all, {@code taken} of them. */
public record FoundRoom(String code, String game, Phase phase, int seats, int taken, boolean locked) {}
