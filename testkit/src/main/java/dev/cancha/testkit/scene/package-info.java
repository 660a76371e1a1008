/**
 * What a simulated run is made of, apart from the faults that meet it: clients on processes of their own, what they
 * say and hear, what the server's journal was given, and the two sides that look at it: a
 * {@link dev.cancha.testkit.scene.Workload} drives clients and judges nothing, a
 * {@link dev.cancha.testkit.scene.Judge} judges and drives nothing. Above {@code sim} and {@code fault}, below
 * {@code work}, {@code judge} and {@code swarm}. Owner of everything: the one thread of the world.
 */
@NullMarked
package dev.cancha.testkit.scene;

import org.jspecify.annotations.NullMarked;
