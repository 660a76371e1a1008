package dev.cancha.app.terminal;

/**
 * A server that was found.
 *
 * @param name what it calls itself
 * @param address to dial
 * @param rooms how many are open, in words; empty where it does not say
 */
public record Server(String name, String address, String rooms) {}
