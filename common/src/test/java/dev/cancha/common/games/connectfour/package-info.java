/** Connect Four held against its rules and against the published numbers of positions. */
@NullMarked
package dev.cancha.common.games.connectfour;

import org.jspecify.annotations.NullMarked;
