package io.github.binnacle.model.problem;

/** How much a problem matters: an error stops a run, a warning does not, a note only informs. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE
}
