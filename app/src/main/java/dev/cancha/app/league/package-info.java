/**
 * A league as pages that anyone can open: {@link dev.cancha.app.league.LeaguePages} writes a folder of plain HTML, a
 * style sheet and drawings, without a script, from the file that {@code cancha match --json} writes. It knows that
 * file and nothing of how leagues are played. All text of others (names, reasons) passes {@link
 * dev.cancha.app.league.Markup}, which escapes it.
 */
@NullMarked
package dev.cancha.app.league;

import org.jspecify.annotations.NullMarked;
