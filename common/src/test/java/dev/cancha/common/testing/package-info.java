/**
 * What the tests of all modules share, packed into the tests jar of this module: {@link
 * dev.cancha.common.testing.NothingLeft} after every test class, the reasons of skipped tests, and one quiet logging
 * configuration. Nothing in here is named by a test: the service files of the jar bring it in.
 */
@NullMarked
package dev.cancha.common.testing;

import org.jspecify.annotations.NullMarked;
