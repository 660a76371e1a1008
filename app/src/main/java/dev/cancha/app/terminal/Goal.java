package dev.cancha.app.terminal;

import org.jspecify.annotations.Nullable;

/**
 * Where the player wanted to go.
 *
 * @param server to connect to, or null to look for one
 * @param code of a room there, or on whichever server has it; null to choose one
 * @param password of that room, or null
 * @param watch whether to enter it without a seat
 */
public record Goal(@Nullable String server, @Nullable String code, @Nullable String password,
    boolean watch) {}
