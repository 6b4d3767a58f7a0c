package io.github.binnacle.model.address;

import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.TaskPath;
import java.util.List;

/** Names a place that the user can be taken to, and where a problem is. */
public sealed interface Address {

    /** A file, by absolute path or by the name it was given ({@code <stdin>}). */
    record DocumentAddress(String path) implements Address {}

    /**
     * A node of a document.
     *
     * @param keys mapping keys and sequence indexes from the top of YAML document {@code part}
     * @param part 0 for the pipeline spec, 1 for the platform spec
     */
    record NodeAddress(DocumentAddress document, int part, List<String> keys) implements Address {
        public NodeAddress {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A task of a pipeline document.
     *
     * @param tasks task names from the root DAG inwards
     */
    record TaskAddress(DocumentAddress document, List<String> tasks) implements Address {
        public TaskAddress {
            tasks = List.copyOf(tasks);
        }
    }

    /** An input or output of a task. */
    record PortAddress(TaskAddress task, boolean isInput, String port) implements Address {}

    /** A run, on this computer or elsewhere. */
    record RunAddress(RunId run) implements Address {}

    /** A task of a run. */
    record RunTaskAddress(RunId run, TaskPath task) implements Address {}

    /** An artifact, by its number in the ledger. */
    record ArtifactAddress(long id) implements Address {}
}
