/**
 * The conformance suite for rules: plays many matches of a game from a seed and holds it, at every step, to what
 * {@link dev.cancha.common.game.Game} promises. Pure: no clock but one that is handed in, no chance but the seed. Its
 * entry is {@link dev.cancha.common.check.Conformance}, what comes out a {@link dev.cancha.common.check.Report}. Above
 * {@code game}, {@code json} and {@code patch}; the command and the kit for tests stand above it. Owner of everything
 * that changes here: the thread that checks.
 */
@NullMarked
package dev.cancha.common.check;

import org.jspecify.annotations.NullMarked;
