/** Dudo held against its rules, and against the promise that nothing hidden shows. */
@NullMarked
package dev.cancha.common.games.dudo;

import org.jspecify.annotations.NullMarked;
