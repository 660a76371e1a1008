/**
 * Text for a screen of fixed cells, without a terminal: lines of coloured spans that know how wide they are, keys, and
 * a line that is being typed. Everything here is pure and immutable but {@link dev.cancha.app.text.KeyDecoder}, and
 * what strangers wrote is made harmless in one place, {@link dev.cancha.app.text.Text#clean}, which every span goes
 * through.
 */
@NullMarked
package dev.cancha.app.text;

import org.jspecify.annotations.NullMarked;
