/**
 * How the limits of the other packages are checked: each package keeps its own record of limits, and the sentence
 * that a wrong one gets is made here, so that all of them read alike and the configuration can find the line at
 * fault. Imports the JDK only; everything is immutable and may be used from any thread.
 */
@NullMarked
package dev.cancha.server.limits;

import org.jspecify.annotations.NullMarked;
