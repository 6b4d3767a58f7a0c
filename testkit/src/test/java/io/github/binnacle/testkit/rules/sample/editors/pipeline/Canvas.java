package io.github.binnacle.testkit.rules.sample.editors.pipeline;

import io.github.binnacle.testkit.rules.sample.editors.lineage.Ancestors;

/** Breaks: one feature imports another. */
public record Canvas(Ancestors ancestors) {
    public boolean isShown() {
        return ancestors.count() > 0;
    }
}
