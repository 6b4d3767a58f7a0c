package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.address.Address.NodeAddress;
import io.github.binnacle.model.address.Address.TaskAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A spec with what the rules need to know of it: each DAG once, by the first way that leads to it
 * from the root, and which tasks use each component.
 */
final class SpecScope {
    private static final String ROOT = "";

    /** Deeper ones are refused anyway; their places need not be exact. */
    private static final int DEEPEST_PATH = 100;

    private final PipelineDocument document;
    private final Map<String, DagScope> dags = new LinkedHashMap<>();
    private final Map<String, List<Use>> uses = new HashMap<>();

    /** A task that uses a component. */
    record Use(DagScope dag, String name, PipelineTaskSpec task) {
        Place place() {
            return dag.task(name);
        }
    }

    private record Pending(String component, ComponentSpec spec, @Nullable List<String> path) {}

    private SpecScope(PipelineDocument document) {
        this.document = document;
    }

    static SpecScope of(PipelineDocument document) {
        SpecScope scope = new SpecScope(document);
        Deque<Pending> pending = new ArrayDeque<>();
        pending.add(new Pending(ROOT, document.spec().root(), List.of()));
        scope.walk(pending);
        document.spec()
                .components()
                .forEach((name, component) -> pending.add(new Pending(name, component, null)));
        scope.walk(pending);
        return scope;
    }

    private void walk(Deque<Pending> pending) {
        while (!pending.isEmpty()) {
            Pending next = pending.remove();
            if (next.spec().dag().isEmpty() || dags.containsKey(next.component())) {
                continue;
            }
            DagScope dag =
                    new DagScope(
                            this,
                            next.component(),
                            next.spec(),
                            next.spec().dag().orElseThrow(),
                            next.path());
            dags.put(next.component(), dag);
            dag.dag().tasks().forEach((name, task) -> enter(dag, name, task, pending));
        }
    }

    private void enter(DagScope dag, String name, PipelineTaskSpec task, Deque<Pending> pending) {
        uses.computeIfAbsent(task.componentRef(), _ -> new ArrayList<>())
                .add(new Use(dag, name, task));
        ComponentSpec component = spec().components().get(task.componentRef());
        if (component != null && component.dag().isPresent()) {
            List<String> path = dag.path();
            boolean mayGrow = path != null && path.size() < DEEPEST_PATH;
            pending.add(
                    new Pending(
                            task.componentRef(),
                            component,
                            path != null && mayGrow ? GraphBuilder.child(path, name) : path));
        }
    }

    PipelineDocument document() {
        return document;
    }

    PipelineSpec spec() {
        return document.spec();
    }

    DocumentAddress address() {
        return document.address();
    }

    List<DagScope> dags() {
        return List.copyOf(dags.values());
    }

    /** Returns the tasks that use a component, the reachable ones first. */
    List<Use> uses(String component) {
        return uses.getOrDefault(component, List.of());
    }

    /** Returns the place of a part of the pipeline spec that is no task. */
    Place node(String... keys) {
        return new Place(new NodeAddress(address(), 0, List.of(keys)), 0, List.of(keys));
    }

    /**
     * Returns the place of a component or executor: about the first task that uses it, if there is
     * one.
     */
    Place of(String component, String... keys) {
        List<Use> users = uses(component);
        Address where =
                users.isEmpty()
                        ? new NodeAddress(address(), 0, List.of(keys))
                        : users.getFirst().place().where();
        return new Place(where, 0, List.of(keys));
    }

    Address task(List<String> path) {
        return new TaskAddress(address(), path);
    }
}
