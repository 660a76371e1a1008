/**
 * What the tests of all games share: chance from a seed, whole matches of random acts, and the check that nothing
 * hidden leaks.
 */
@NullMarked
package dev.cancha.common.games;

import org.jspecify.annotations.NullMarked;
