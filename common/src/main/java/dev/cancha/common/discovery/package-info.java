/**
 * How a server tells the networks around it that it is there, and how clients find it without an address: a beacon, by
 * UDP, and mDNS. The formats, their bounds and the reasons are in {@code docs/protocol/discovery.md}. What is read here
 * comes from anyone in the network: it is held to the formats, and what does not keep to them is counted and forgotten.
 *
 * <p>Netty is allowed here, and JmDNS here alone. What sends and receives belongs to one event loop, which its maker
 * hands in; what waits (JmDNS does) runs on an executor that is handed in too. Records are immutable.
 */
@NullMarked
package dev.cancha.common.discovery;

import org.jspecify.annotations.NullMarked;
