package dev.cancha.client;

/**
 * An act counted.
 *
 * @param seq the number it was sent with
 * @param rev the revision at which the client learned it
 */
public record Applied(long seq, long rev) {}
