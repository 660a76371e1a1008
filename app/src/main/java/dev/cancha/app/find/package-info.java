/**
 * Finds servers in the networks around this machine, and {@code cancha find}, which lists them with their rooms.
 * {@link dev.cancha.app.find.Finder} is what other commands use. How servers are found is the business of
 * {@code common.discovery}; that they can be reached, and all of their rooms, is asked over TCP by the client library.
 */
@NullMarked
package dev.cancha.app.find;

import org.jspecify.annotations.NullMarked;
