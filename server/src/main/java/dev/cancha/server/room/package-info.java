/**
 * The room as a pure state machine: {@link dev.cancha.server.room.Room#step} takes a state and an input to the next
 * state, and reads no clock, draws no chance but the match's own, and touches neither network nor disk. So live
 * play, recovery, replay and simulation call the same function. Used by {@code host}, which gives it inputs in
 * order and carries its outcomes out; imports {@code common} alone. Everything here is immutable; a step's
 * {@code Draft} lives and dies inside the step.
 */
@NullMarked
package dev.cancha.server.room;

import org.jspecify.annotations.NullMarked;
