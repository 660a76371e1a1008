/**
 * JSON Merge Patch (RFC 7396): from two immutable records to a patch, which is what the server sends, and from a
 * patch to the next document, which is what a client keeps. How records stand in JSON is the business of
 * {@code json}, below this package. Everything here is immutable and may be used from any thread.
 */
@NullMarked
package dev.cancha.common.patch;

import org.jspecify.annotations.NullMarked;
