/**
 * Records of games to JSON and back, their JSON Schemas, and where two of their values differ. One model of a Java
 * type, built once, does all four, so that they cannot disagree. What a type looks like as JSON is the last paragraph
 * of the protocol and stands in {@link dev.cancha.common.json.JsonType}. Works on Jackson's streams alone: no trees.
 * Everything here is immutable and may be used from any thread.
 */
@NullMarked
package dev.cancha.common.json;

import org.jspecify.annotations.NullMarked;
