package dev.cancha.common.discovery;

/**
 * What a server did with the datagrams that reached its beacon.
 *
 * @param answered queries
 * @param foreign from an address in none of this machine's networks
 * @param limited queries above what one address, or all, may ask
 * @param garbage what was no datagram of the beacon
 */
public record DatagramCounts(long answered, long foreign, long limited, long garbage) {
  static final DatagramCounts NONE = new DatagramCounts(0, 0, 0, 0);
}
