/**
 * Who is speaking: a {@link dev.cancha.server.session.Session} stands between one connection and the room that its
 * player is in. Tokens, resume, take-over, budgets, slow readers. Below {@code net}, which carries its bytes, and
 * above {@code lobby} and {@code host}. A session belongs to the event loop of its connection.
 */
@NullMarked
package dev.cancha.server.session;

import org.jspecify.annotations.NullMarked;
