package io.github.binnacle.localengine.run;

import io.github.binnacle.model.pipeline.DagSpec.ArtifactSelectorSpec;
import io.github.binnacle.model.pipeline.DagSpec.DagOutputParameterSpec;
import io.github.binnacle.model.pipeline.DagSpec.ParameterSelectorSpec;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers the outputs of a DAG from those of its tasks. */
final class DagOutputs {
    private DagOutputs() {}

    /**
     * Returns the outputs that are there.
     *
     * @throws TaskFailure if not exactly one of several alternatives ran
     */
    static TaskValues of(DagFrame frame) throws TaskFailure {
        Map<String, Value> parameters = new LinkedHashMap<>();
        for (var output : frame.dag().outputs().parameters().entrySet()) {
            parameter(frame, output.getKey(), output.getValue())
                    .ifPresent(value -> parameters.put(output.getKey(), value));
        }
        Map<String, List<RuntimeArtifact>> artifacts = new LinkedHashMap<>();
        for (var output : frame.dag().outputs().artifacts().entrySet()) {
            artifact(frame, output.getKey(), output.getValue().artifactSelectors())
                    .ifPresent(list -> artifacts.put(output.getKey(), list));
        }
        return new TaskValues(parameters, artifacts);
    }

    private static Optional<Value> parameter(
            DagFrame frame, String name, DagOutputParameterSpec output) throws TaskFailure {
        return switch (output) {
            case DagOutputParameterSpec.ValueFromParameter(ParameterSelectorSpec selector) ->
                    find(frame, selector);
            case DagOutputParameterSpec.ValueFromOneof(List<ParameterSelectorSpec> selectors) ->
                    Optional.of(
                            one(
                                    name,
                                    selectors.stream()
                                            .flatMap(selector -> find(frame, selector).stream())
                                            .toList()));
        };
    }

    private static Optional<List<RuntimeArtifact>> artifact(
            DagFrame frame, String name, List<ArtifactSelectorSpec> selectors) throws TaskFailure {
        List<List<RuntimeArtifact>> found = new ArrayList<>();
        for (ArtifactSelectorSpec selector : selectors) {
            frame.task(selector.producerSubtask())
                    .map(task -> task.outputs().artifacts().get(selector.outputArtifactKey()))
                    .ifPresent(found::add);
        }
        if (selectors.size() > 1) {
            return Optional.of(one(name, found));
        }
        return found.stream().findFirst();
    }

    private static Optional<Value> find(DagFrame frame, ParameterSelectorSpec selector) {
        return frame.task(selector.producerSubtask())
                .map(task -> task.outputs().parameters().get(selector.outputParameterKey()));
    }

    private static <T> T one(String name, List<T> found) throws TaskFailure {
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw TaskFailure.of(
                found.isEmpty() ? "run.oneof-none" : "run.oneof-several",
                Map.of("output", name, "count", found.size()));
    }
}
