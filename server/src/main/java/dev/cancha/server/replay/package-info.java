/**
 * Replays: a finished match as a file of JSON lines, made of what the journal keeps, and folded again to see whether
 * the same comes out. docs/protocol/replays.md describes the file. Pure but for the journal that is read: no threads,
 * no clock, no network. Whoever reads a journal through this must be where blocking is allowed.
 */
@NullMarked
package dev.cancha.server.replay;

import org.jspecify.annotations.NullMarked;
