package dev.cancha.common.discovery;

import java.net.InetAddress;

/** A server's beacon, and the address that it came from. */
public record Sighting(InetAddress from, Beacon beacon) {}
