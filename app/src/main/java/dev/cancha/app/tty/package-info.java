/**
 * The terminal itself: takes it over, reads its keys, draws what a {@link dev.cancha.app.text.Show} wants drawn, and
 * leaves it as it was, however that ends. JLine knows the terminal; nothing of it is seen outside this package.
 */
@NullMarked
package dev.cancha.app.tty;

import org.jspecify.annotations.NullMarked;
