/**
 * The library with which a program plays: {@link dev.cancha.client.GameClient} connects, joins, acts and listens, over
 * frames or WebSocket alike, and comes back by itself when the connection is lost. Stands on the messages, the codec
 * and the documents of {@code common}, and knows nothing of the server.
 *
 * <p>Everything of one client belongs to one Netty event loop, on which listeners are called and futures complete.
 * The public types may be used from any thread. No class here makes a thread, reads a clock or draws chance, but for
 * {@link dev.cancha.client.GameClients}, which is the composition root for programs that have none.
 */
@NullMarked
package dev.cancha.client;

import org.jspecify.annotations.NullMarked;
