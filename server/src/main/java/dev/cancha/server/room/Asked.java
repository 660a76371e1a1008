package dev.cancha.server.room;

import dev.cancha.common.message.Json;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a program that plays a seat is asked, and how its answer is understood. Both may be called on any thread.
 *
 * @param line the question, as {@code docs/writing-a-bot.md} describes it
 * @param act from what the program wrote to the act as a client would send it; throws
 *     {@link dev.cancha.common.json.Mismatch} where it is none
 */
public record Asked(Supplier<Json> line, Function<Json, Json> act) {}
