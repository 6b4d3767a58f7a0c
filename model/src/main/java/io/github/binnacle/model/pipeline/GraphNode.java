package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ResourceSpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task or group of a pipeline graph.
 *
 * @param path task names from the root DAG inwards; empty for the pipeline itself
 * @param title display name, or the task's name
 * @param component name of its component; empty for the pipeline itself
 * @param facts what a leaf runs; empty facts for a group
 * @param condition CEL that decides whether it runs; empty if it always does
 * @param loop what it repeats over; null if it runs once
 * @param children names of the tasks inside, in the order of the file
 */
public record GraphNode(
        List<String> path,
        Kind kind,
        String title,
        String component,
        Facts facts,
        String condition,
        @Nullable Loop loop,
        List<GraphPort> inputs,
        List<GraphPort> outputs,
        List<String> children) {
    public GraphNode {
        path = List.copyOf(path);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        children = List.copyOf(children);
    }

    /** What a node is, told from structure and never from names. */
    public enum Kind {
        /** The whole document. */
        PIPELINE(true),
        /** Runs a container or Python component. */
        TASK(false),
        IMPORTER(false),
        SUB_PIPELINE(true),
        /** Runs if its condition holds. */
        CONDITION(true),
        /** Holds the branches of one decision. */
        CONDITION_BRANCHES(true),
        LOOP(true),
        /** Is followed by a task that runs even if it fails. */
        EXIT_HANDLER(true),
        /** Its component or executor is not in the file. */
        UNKNOWN(false);

        private final boolean isGroup;

        Kind(boolean isGroup) {
            this.isGroup = isGroup;
        }

        /** Says whether nodes of this kind hold others. */
        public boolean isGroup() {
            return isGroup;
        }
    }

    /**
     * What a task runs, for its subtitle; empty texts and lists where there is nothing to say.
     *
     * @param image container image
     * @param packages Python packages that the task installs, as requirement lines
     * @param importedUri address that an importer brings in, or the input it takes it from
     * @param isCached its result may be reused
     * @param retries attempts after the first
     */
    public record Facts(
            String image,
            ResourceSpec resources,
            List<String> packages,
            String importedUri,
            boolean isCached,
            int retries) {
        public static final Facts NONE = new Facts("", ResourceSpec.NONE, List.of(), "", false, 0);

        public Facts {
            packages = List.copyOf(packages);
        }
    }

    /**
     * @param over JSON of the items, or where they come from: {@code split.parts} for an output of
     *     a sibling, {@code texts} for an input of the group around
     * @param isRaw the items are written in the file
     * @param itemInput input port that receives each item
     * @param parallelismLimit iterations at once; 0 is unlimited
     */
    public record Loop(String over, boolean isRaw, String itemInput, int parallelismLimit) {}

    /** Returns the last name of the path: the task's key in its DAG; empty for the pipeline. */
    public String name() {
        return path.isEmpty() ? "" : path.getLast();
    }

    public Optional<GraphPort> input(String name) {
        return inputs.stream().filter(port -> port.name().equals(name)).findFirst();
    }

    public Optional<GraphPort> output(String name) {
        return outputs.stream().filter(port -> port.name().equals(name)).findFirst();
    }
}
