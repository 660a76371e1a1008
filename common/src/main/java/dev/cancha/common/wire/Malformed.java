package dev.cancha.common.wire;

import dev.cancha.common.message.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Stands in the pipeline where a client's bytes are not a message.
 *
 * @param message a sentence that names what is wrong and what would be right
 * @param re the {@code id} of the request, where it could be read
 * @param seq the {@code seq} of the act, where it was one and could be read
 */
public record Malformed(ErrorCode code, String message, @Nullable Integer re, @Nullable Long seq) {}
