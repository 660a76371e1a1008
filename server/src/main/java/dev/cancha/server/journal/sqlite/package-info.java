/**
 * The journal in one SQLite file. One writer thread commits, in WAL with {@code synchronous=FULL}, what arrived while
 * its last sync ran; matches that are over are read on a connection of their own. Built by the composition root, which
 * hands down the thread, the clock and the way to open connections. The only package with SQL.
 */
@NullMarked
package dev.cancha.server.journal.sqlite;

import org.jspecify.annotations.NullMarked;
