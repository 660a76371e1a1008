package dev.cancha.app.text;

/** How many cells there are to draw on. */
public record Window(int width, int height) {}
