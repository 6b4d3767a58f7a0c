package io.github.binnacle.model.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** No component holds itself, and components do not hold each other too deeply. */
final class RecursionRule implements PipelineValidator.SpecRule {
    private static final int DEEPEST = 50;

    /** A component on the way down, and which of its children comes next. */
    private record Step(DagScope dag, Iterator<Map.Entry<String, PipelineTaskSpec>> tasks) {}

    @Override
    public void check(SpecScope scope, Findings findings) {
        Map<String, DagScope> dags = new HashMap<>();
        scope.dags().forEach(dag -> dags.put(dag.component(), dag));
        Map<String, Integer> heights = new HashMap<>();
        for (DagScope dag : scope.dags()) {
            walk(dag, dags, heights, findings);
        }
        int height = heights.getOrDefault("", 0);
        if (height > DEEPEST) {
            findings.error(
                    "pipeline.nested-too-deep",
                    scope.node("root"),
                    Map.of("depth", height, "limit", DEEPEST));
        }
    }

    private static void walk(
            DagScope start,
            Map<String, DagScope> dags,
            Map<String, Integer> heights,
            Findings findings) {
        if (heights.containsKey(start.component())) {
            return;
        }
        Deque<Step> way = new ArrayDeque<>();
        Map<String, Boolean> open = new HashMap<>();
        enter(start, way, open);
        while (!way.isEmpty()) {
            Step step = way.getLast();
            if (!step.tasks().hasNext()) {
                leave(way, open, dags, heights);
                continue;
            }
            Map.Entry<String, PipelineTaskSpec> task = step.tasks().next();
            DagScope child = dags.get(task.getValue().componentRef());
            if (child == null || child.isRoot()) {
                continue;
            }
            if (open.getOrDefault(child.component(), false)) {
                report(step.dag(), task.getKey(), child, way, findings);
            } else if (!heights.containsKey(child.component())) {
                enter(child, way, open);
            }
        }
    }

    private static void enter(DagScope dag, Deque<Step> way, Map<String, Boolean> open) {
        way.addLast(new Step(dag, dag.dag().tasks().entrySet().iterator()));
        open.put(dag.component(), true);
    }

    private static void leave(
            Deque<Step> way,
            Map<String, Boolean> open,
            Map<String, DagScope> dags,
            Map<String, Integer> heights) {
        DagScope dag = way.removeLast().dag();
        open.put(dag.component(), false);
        int height = 0;
        for (PipelineTaskSpec task : dag.dag().tasks().values()) {
            if (dags.containsKey(task.componentRef())) {
                height = Math.max(height, heights.getOrDefault(task.componentRef(), 0) + 1);
            }
        }
        heights.put(dag.component(), height);
    }

    private static void report(
            DagScope dag, String task, DagScope again, Deque<Step> way, Findings findings) {
        List<String> circle = new ArrayList<>();
        for (Step step : way) {
            if (step.dag().component().equals(again.component()) || !circle.isEmpty()) {
                circle.add(step.dag().component());
            }
        }
        findings.error(
                "pipeline.recursion",
                dag.task(task).at("componentRef", "name"),
                Map.of("component", again.component(), "cycle", Constants.circle(circle)));
    }
}
