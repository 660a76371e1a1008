/** Holds the simulated channel against Netty's NIO channel over the real kernel, and plays in the world. */
package dev.cancha.testkit.sim;
