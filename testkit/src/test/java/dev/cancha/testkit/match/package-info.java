/** Whole matches of the product's games, told with the kit; and what the kit does with a match that fails. */
@NullMarked
package dev.cancha.testkit.match;

import org.jspecify.annotations.NullMarked;
