package io.github.binnacle.app.cli;

import io.github.binnacle.model.pipeline.GraphNode;
import io.github.binnacle.model.pipeline.PipelineGraph;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.run.TaskState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a run is.
 *
 * @param done steps that have ended, in whatever way
 * @param total steps that there will be, as far as that is known: a loop that has not begun counts
 *     as one iteration
 * @param running paths of the steps that run now
 */
record RunProgress(int done, int total, List<TaskPath> running) {

    static RunProgress of(PipelineGraph graph, RunSnapshot snapshot) {
        Count count = new Count(graph, snapshot);
        count.group(graph.root(), TaskPath.ROOT, snapshot.run().state().isFinished());
        return new RunProgress(count.done, count.total, count.running);
    }

    /** Says whether a task stands for a step of its own, not for a group of steps. */
    static boolean isStep(TaskSnapshot task) {
        return switch (task.kind()) {
            case RUNTIME, IMPORTER -> true;
            case ROOT, DAG, LOOP, LOOP_ITERATION -> false;
        };
    }

    private static final class Count {
        private final PipelineGraph graph;
        private final Map<TaskPath, TaskSnapshot> tasks = new HashMap<>();
        private final List<TaskPath> running = new ArrayList<>();
        private int done;
        private int total;

        Count(PipelineGraph graph, RunSnapshot snapshot) {
            this.graph = graph;
            snapshot.tasks().forEach(task -> tasks.put(task.path(), task));
        }

        /**
         * @param isOver the group has ended: what it did not reach, it will not
         */
        void group(GraphNode group, TaskPath path, boolean isOver) {
            for (GraphNode child : graph.children(group)) {
                TaskPath childPath = path.child(child.name());
                TaskSnapshot task = tasks.get(childPath);
                boolean isChildOver = isOver || task != null && task.state().isFinished();
                if (child.loop() != null) {
                    loop(child, childPath, task == null ? -1 : task.iterationCount(), isChildOver);
                } else {
                    node(child, childPath, isChildOver);
                }
            }
        }

        private void loop(GraphNode loop, TaskPath path, int iterations, boolean isOver) {
            if (iterations < 0) {
                group(loop, path, isOver);
            }
            for (int i = 0; i < iterations; i++) {
                TaskPath iteration = path.iteration(i);
                TaskSnapshot task = tasks.get(iteration);
                boolean isIterationOver = isOver || task != null && task.state().isFinished();
                node(loop, iteration, isIterationOver);
            }
        }

        private void node(GraphNode node, TaskPath path, boolean isOver) {
            if (node.kind().isGroup()) {
                group(node, path, isOver);
                return;
            }
            total++;
            done += isOver ? 1 : 0;
            TaskSnapshot task = tasks.get(path);
            if (task != null && task.state() instanceof TaskState.Running) {
                running.add(path);
            }
        }
    }
}
