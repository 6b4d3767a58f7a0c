package io.github.binnacle.model.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No task waits for itself, be it through others; what waits for a cycle never runs either. */
final class CycleRule implements PipelineValidator.DagRule {
    @Override
    public void check(DagScope dag, Findings findings) {
        Map<String, Set<String>> waiting = stuck(dag.dag());
        Set<String> seen = new HashSet<>();
        Set<String> inCircles = new HashSet<>();
        for (String task : waiting.keySet()) {
            List<String> circle = circleBefore(task, waiting, seen);
            if (!circle.isEmpty()) {
                inCircles.addAll(circle);
                report(dag, circle, findings);
            }
        }
        for (String task : waiting.keySet()) {
            if (!inCircles.contains(task)) {
                findings.warning("pipeline.never-runs", dag.task(task), Map.of("task", task));
            }
        }
    }

    /** Takes away tasks that wait for nothing, again and again; returns who is left, and why. */
    private static Map<String, Set<String>> stuck(DagSpec dag) {
        Map<String, Set<String>> waiting = new LinkedHashMap<>();
        Map<String, List<String>> downstream = new HashMap<>();
        dag.tasks()
                .forEach((name, task) -> {
                    Set<String> upstream = new LinkedHashSet<>(task.upstreamTasks());
                    upstream.removeIf(other -> !dag.tasks().containsKey(other));
                    waiting.put(name, upstream);
                    upstream.forEach(other ->
                            downstream.computeIfAbsent(other, _ -> new ArrayList<>()).add(name));
                });
        Deque<String> ready = new ArrayDeque<>();
        waiting.forEach((name, upstream) -> {
            if (upstream.isEmpty()) {
                ready.add(name);
            }
        });
        while (!ready.isEmpty()) {
            String done = ready.remove();
            waiting.remove(done);
            for (String next : downstream.getOrDefault(done, List.of())) {
                Set<String> upstream = waiting.getOrDefault(next, Set.of());
                if (upstream.remove(done) && upstream.isEmpty()) {
                    ready.add(next);
                }
            }
        }
        return waiting;
    }

    /** Follows the first reason of each task; returns the circle it ends in, if that is new. */
    private static List<String> circleBefore(
            String start, Map<String, Set<String>> waiting, Set<String> seen) {
        Map<String, Integer> places = new HashMap<>();
        List<String> way = new ArrayList<>();
        String task = start;
        while (seen.add(task)) {
            places.put(task, way.size());
            way.add(task);
            task = waiting.getOrDefault(task, Set.of()).stream().findFirst().orElse(task);
        }
        int place = places.getOrDefault(task, way.size());
        return way.subList(place, way.size()).reversed();
    }

    private static void report(DagScope dag, List<String> circle, Findings findings) {
        findings.error(
                "pipeline.cycle",
                dag.task(circle.getFirst()),
                Map.of("cycle", Constants.circle(circle)));
    }
}
