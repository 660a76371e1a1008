/**
 * The whole server in memory under a clock that moves when told: {@link dev.cancha.server.testing.TestServer}
 * assembles it as the product does, on event loops and channels that run on the test's own thread but are as
 * separate as real ones, and {@link dev.cancha.server.testing.TestClient} speaks bytes to it as the protocol page
 * says, without any code of the product's client. Only the test's thread may use any of it.
 */
@NullMarked
package dev.cancha.server.testing;

import org.jspecify.annotations.NullMarked;
