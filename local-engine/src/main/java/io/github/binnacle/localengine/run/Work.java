package io.github.binnacle.localengine.run;

import io.github.binnacle.model.pipeline.ComponentSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskValues;
import org.jspecify.annotations.Nullable;

/**
 * Something of a run that is carried out: the root, a task, or one iteration of a loop. Only the
 * run's own thread touches it.
 */
final class Work {
    private final TaskPath path;
    private final Origin origin;
    private final Owner owner;
    private TaskValues inputs = TaskValues.EMPTY;
    private TaskValues outputs = TaskValues.EMPTY;
    private String failure = "";
    private @Nullable Ending ending;

    Work(TaskPath path, Origin origin, Owner owner) {
        this.path = path;
        this.origin = origin;
        this.owner = owner;
    }

    /**
     * Where work comes from.
     *
     * @param frame the DAG around it; null for the root
     * @param task what the DAG says of it; null for the root
     * @param iteration index from 0; -1 if it is no iteration
     */
    record Origin(
            @Nullable DagFrame frame,
            @Nullable PipelineTaskSpec task,
            ComponentSpec component,
            int iteration) {}

    /** Waits for the end of its work. */
    interface Owner {
        void ended(Work work);
    }

    TaskPath path() {
        return path;
    }

    /** Returns the task's name; empty for the root. */
    String name() {
        return path.isRoot() ? "" : path.segments().getLast().task();
    }

    /** Returns the name to show. */
    String displayName() {
        PipelineTaskSpec task = origin.task();
        String given = task == null ? "" : task.taskInfoName();
        return given.isEmpty() ? name() : given;
    }

    ComponentSpec component() {
        return origin.component();
    }

    @Nullable PipelineTaskSpec task() {
        return origin.task();
    }

    @Nullable DagFrame frame() {
        return origin.frame();
    }

    int iteration() {
        return origin.iteration();
    }

    TaskValues inputs() {
        return inputs;
    }

    void take(TaskValues resolved) {
        inputs = resolved;
    }

    TaskValues outputs() {
        return outputs;
    }

    /** Returns why it failed, in a sentence; empty if it did not. */
    String failure() {
        return failure;
    }

    /** Returns how it ended; null before it has. */
    @Nullable Ending ending() {
        return ending;
    }

    void succeed(TaskValues values) {
        outputs = values;
        end(Ending.SUCCEEDED);
    }

    void fail(String sentence) {
        failure = sentence;
        end(Ending.FAILED);
    }

    /** Ends it, once, and tells its owner. */
    void end(Ending how) {
        if (ending == null) {
            ending = how;
            owner.ended(this);
        }
    }
}
