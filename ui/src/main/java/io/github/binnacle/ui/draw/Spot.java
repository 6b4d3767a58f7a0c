package io.github.binnacle.ui.draw;

/** A place on a drawing; y grows downwards. */
public record Spot(double x, double y) {}
