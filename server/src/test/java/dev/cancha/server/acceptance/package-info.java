/**
 * A whole server on real sockets, and clients that were written from the protocol's page alone: they share no class
 * with the server, so that a mistake on both sides cannot hide. Everything runs on the test's own thread.
 */
package dev.cancha.server.acceptance;
