/**
 * What a league's scores say about its bots: ratings with intervals ({@link dev.cancha.app.rating.Ratings}), a test
 * that stops as soon as it knows which of two is stronger ({@link dev.cancha.app.rating.Sprt}), and the share of a
 * bot ({@link dev.cancha.app.rating.Interval}). Pure functions over numbers: no clock, no chance, no file. Whoever
 * plays the matches calls them; they know nothing of matches but who was placed where.
 */
@NullMarked
package dev.cancha.app.rating;

import org.jspecify.annotations.NullMarked;
