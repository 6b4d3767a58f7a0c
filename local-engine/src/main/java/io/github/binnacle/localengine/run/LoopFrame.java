package io.github.binnacle.localengine.run;

import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A loop that is being carried out, iterations beginning in the order of their items. */
final class LoopFrame implements Work.Owner {
    private final Work work;
    private final List<Work> iterations = new ArrayList<>();
    private final int limit;
    private final Consumer<Work> ready;
    private final Consumer<LoopFrame> finished;
    private int begun;
    private int ended;

    /**
     * @param inputs of each iteration
     * @param limit iterations at once; 0 is unlimited
     */
    LoopFrame(
            Work work,
            List<TaskValues> inputs,
            int limit,
            Consumer<Work> ready,
            Consumer<LoopFrame> finished) {
        this.work = work;
        this.limit = limit == 0 ? Integer.MAX_VALUE : limit;
        this.ready = ready;
        this.finished = finished;
        for (int i = 0; i < inputs.size(); i++) {
            Work.Origin origin = new Work.Origin(work.frame(), work.task(), work.component(), i);
            Work iteration = new Work(work.path().iteration(i), origin, this);
            iteration.take(inputs.get(i));
            iterations.add(iteration);
        }
    }

    void start() {
        if (iterations.isEmpty()) {
            finished.accept(this);
        }
        beginMore();
    }

    private void beginMore() {
        while (begun < iterations.size() && begun - ended < limit) {
            ready.accept(iterations.get(begun++));
        }
    }

    @Override
    public void ended(Work iteration) {
        ended++;
        if (ended == iterations.size()) {
            finished.accept(this);
        } else {
            beginMore();
        }
    }

    Work work() {
        return work;
    }

    List<Work> iterations() {
        return Collections.unmodifiableList(iterations);
    }

    /** Collects the outputs of iterations in their order; what an iteration lacks is left out. */
    TaskValues outputs() {
        Map<String, List<Value>> parameters = new LinkedHashMap<>();
        Map<String, List<RuntimeArtifact>> artifacts = new LinkedHashMap<>();
        var declared = work.component().outputDefinitions();
        declared.parameters().keySet().forEach(name -> parameters.put(name, new ArrayList<>()));
        declared.artifacts().keySet().forEach(name -> artifacts.put(name, new ArrayList<>()));
        for (Work iteration : iterations) {
            iteration
                    .outputs()
                    .parameters()
                    .forEach((name, value) ->
                            parameters.computeIfAbsent(name, _ -> new ArrayList<>()).add(value));
            iteration
                    .outputs()
                    .artifacts()
                    .forEach((name, list) ->
                            artifacts.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(list));
        }
        Map<String, Value> lists = new LinkedHashMap<>();
        parameters.forEach((name, values) -> lists.put(name, Value.of(values)));
        return new TaskValues(lists, artifacts);
    }
}
