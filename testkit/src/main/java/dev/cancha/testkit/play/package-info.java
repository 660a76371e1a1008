/**
 * How players of the kit and of the swarm choose what to do, from nothing but what a client may know. Imports
 * {@code sim} for its chance. Owner of everything: the one thread of the world.
 */
@NullMarked
package dev.cancha.testkit.play;

import org.jspecify.annotations.NullMarked;
