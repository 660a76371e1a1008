/**
 * The messages of the wire protocol (docs/protocol/README.md): one record each, sealed by direction, with every
 * bound checked in the constructors. Messages know neither their handlers nor any game: what belongs to a game is
 * {@link dev.cancha.common.message.Json}. Imports the JDK and annotations only. Everything here is immutable and
 * may be used from any thread.
 */
@NullMarked
package dev.cancha.common.message;

import org.jspecify.annotations.NullMarked;
