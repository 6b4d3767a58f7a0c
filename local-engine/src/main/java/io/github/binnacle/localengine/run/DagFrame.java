package io.github.binnacle.localengine.run;

import io.github.binnacle.model.pipeline.ComponentSpec;
import io.github.binnacle.model.pipeline.DagSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec;
import io.github.binnacle.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A DAG that is being carried out: which of its tasks have ended, and which may begin. */
final class DagFrame implements Work.Owner {
    private final Work work;
    private final DagSpec dag;
    private final Consumer<DagFrame> finished;
    private final Consumer<Work> ready;
    private final Map<String, Work> tasks = new LinkedHashMap<>();
    private final Map<String, Integer> waitingFor = new HashMap<>();
    private final Map<String, List<String>> dependents = new HashMap<>();
    private int open;

    /**
     * @param ready told each task whose upstream tasks have all ended
     * @param finished told once, when all tasks have ended
     */
    DagFrame(
            Work work,
            Map<String, ComponentSpec> components,
            Consumer<Work> ready,
            Consumer<DagFrame> finished) {
        this.work = work;
        this.dag = work.component().dag().orElseThrow();
        this.ready = ready;
        this.finished = finished;
        dag.tasks().forEach((name, task) -> add(name, task, components));
        open = tasks.size();
    }

    private void add(String name, PipelineTaskSpec task, Map<String, ComponentSpec> components) {
        ComponentSpec component = components.get(task.componentRef());
        if (component == null) {
            throw new IllegalStateException("no component " + task.componentRef());
        }
        Work.Origin origin = new Work.Origin(this, task, component, -1);
        tasks.put(name, new Work(work.path().child(name), origin, this));
        List<String> upstream =
                task.upstreamTasks().stream().filter(dag.tasks()::containsKey).toList();
        waitingFor.put(name, upstream.size());
        for (String producer : upstream) {
            dependents.computeIfAbsent(producer, _ -> new ArrayList<>()).add(name);
        }
    }

    /** Hands out the tasks that wait for nothing. */
    void start() {
        if (tasks.isEmpty()) {
            finished.accept(this);
        }
        tasks.values().stream().filter(task -> waits(task) == 0).forEach(ready);
    }

    private int waits(Work task) {
        return waitingFor.getOrDefault(task.name(), 0);
    }

    @Override
    public void ended(Work task) {
        for (String dependent : dependents.getOrDefault(task.name(), List.of())) {
            if (waitingFor.merge(dependent, -1, Integer::sum) == 0) {
                ready.accept(tasks.get(dependent));
            }
        }
        open--;
        if (open == 0) {
            finished.accept(this);
        }
    }

    Work work() {
        return work;
    }

    DagSpec dag() {
        return dag;
    }

    Collection<Work> tasks() {
        return tasks.values();
    }

    Optional<Work> task(String name) {
        return Optional.ofNullable(tasks.get(name));
    }

    /** Returns the tasks that a task waits for. */
    List<Work> upstreamOf(Work task) {
        PipelineTaskSpec spec = task.task();
        Set<String> names = spec == null ? Set.of() : spec.upstreamTasks();
        return names.stream().flatMap(name -> task(name).stream()).toList();
    }

    /** Returns an input of the DAG; empty if it was left out. */
    Optional<Value> input(String name) {
        return Optional.ofNullable(work.inputs().parameters().get(name));
    }
}
