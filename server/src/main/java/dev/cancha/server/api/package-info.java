/**
 * What the server answers over HTTP: health now, more later. Implements {@link dev.cancha.server.net.HttpRoute};
 * imported by the composition root alone. Routes are called on any event loop and hold no state.
 */
@NullMarked
package dev.cancha.server.api;

import org.jspecify.annotations.NullMarked;
