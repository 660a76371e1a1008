/**
 * {@code cancha replay}: shows a match that is over, and plays it again to see whether the same comes out. The matches
 * come from a file, a running server, or the journal of one that does not run.
 */
@NullMarked
package dev.cancha.app.replay;

import org.jspecify.annotations.NullMarked;
