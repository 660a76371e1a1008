/**
 * What server and clients share. The packages below this one hold messages, their codec and the rules of games; this
 * one holds only the marks that the build's own checks read.
 */
@NullMarked
package dev.cancha.common;

import org.jspecify.annotations.NullMarked;
