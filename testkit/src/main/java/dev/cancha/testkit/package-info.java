/**
 * The kit for tests of whole matches: the production server and the production client play under virtual time, over a
 * network that misbehaves from a seed. Below it stands the simulated world, {@code sim}. Above {@code server} and
 * {@code client}; nothing of the product imports it.
 */
@NullMarked
package dev.cancha.testkit;

import org.jspecify.annotations.NullMarked;
