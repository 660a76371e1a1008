/**
 * Bytes to messages and back: the framing and the JSON codec that both sides use. Netty and Jackson are allowed
 * here. Handlers belong to their channel's event loop; everything else is immutable.
 */
@NullMarked
package dev.cancha.common.wire;

import org.jspecify.annotations.NullMarked;
