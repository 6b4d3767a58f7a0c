package io.github.binnacle.model.run;

/** What a task of a run is, in the words of KFP's coming task API. */
public enum TaskKind {
    ROOT,
    DAG,
    LOOP,
    LOOP_ITERATION,
    /** Runs a process. */
    RUNTIME,
    IMPORTER
}
