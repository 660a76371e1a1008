/**
 * {@code cancha join} on a terminal that can be drawn on: the screens, as a model without a terminal. A
 * {@link dev.cancha.app.terminal.Screen} is immutable and says what a key leads to. The
 * {@link dev.cancha.app.terminal.Client} holds the one that is shown, together with what the server told; what is to be
 * done outside comes out as an {@link dev.cancha.app.terminal.Effect}. The terminal itself is the business of the
 * package {@code tty}.
 */
@NullMarked
package dev.cancha.app.terminal;

import org.jspecify.annotations.NullMarked;
