/**
 * The ordered list of a room's inputs, as bytes: what a room is folded from after a crash. What a room shows waits
 * until the input that made it is durable here. Knows nothing of rooms: they own the encoding of their inputs.
 * Imports the JDK and {@code common} alone. Called on the rooms' event loops; receipts come back on any thread.
 */
@NullMarked
package dev.cancha.server.journal;

import org.jspecify.annotations.NullMarked;
