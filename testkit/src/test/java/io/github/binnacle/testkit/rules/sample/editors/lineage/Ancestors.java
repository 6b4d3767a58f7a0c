package io.github.binnacle.testkit.rules.sample.editors.lineage;

/** Keeps to all rules. */
public record Ancestors(int count) {}
