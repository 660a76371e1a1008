/**
 * Connections: one port, what is spoken on it, and the bytes to and from each client. From the first byte to
 * messages, {@link dev.cancha.server.net.ProtocolStack} lists who stands where. Above {@code session}, whose
 * {@link dev.cancha.server.session.Connection} it implements and to which it hands messages; {@code api} answers
 * requests through {@link dev.cancha.server.net.HttpRoute}. Everything of a connection belongs to the event loop of
 * its channel; only {@link dev.cancha.server.net.Admissions} is shared by all loops. Groups, channel factories and
 * clocks come from outside.
 */
@NullMarked
package dev.cancha.server.net;

import org.jspecify.annotations.NullMarked;
