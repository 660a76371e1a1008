/**
 * What is counted and measured, as meters of Micrometer. docs/operations.md lists them. The parts of the server know
 * nothing of meters: they count for themselves, and are asked when someone looks, so that an act costs nothing here.
 * Imported by composition roots alone.
 */
@NullMarked
package dev.cancha.server.metrics;

import org.jspecify.annotations.NullMarked;
