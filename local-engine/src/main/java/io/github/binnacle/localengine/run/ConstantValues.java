package io.github.binnacle.localengine.run;

import io.github.binnacle.model.placeholder.PlaceholderValues;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What placeholders inside constants stand for: the task's other inputs, and values of the run.
 * Outputs are not known yet.
 */
record ConstantValues(
        Map<String, Value> parameters,
        Map<String, List<RuntimeArtifact>> artifacts,
        RunFacts run,
        TaskPath task)
        implements PlaceholderValues {
    @Override
    public String executorInput() {
        return "{{$}}";
    }

    @Override
    public Optional<Value> inputParameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    @Override
    public List<RuntimeArtifact> inputArtifacts(String name) {
        return artifacts.getOrDefault(name, List.of());
    }

    @Override
    public List<RuntimeArtifact> outputArtifacts(String name) {
        return List.of();
    }

    @Override
    public Optional<String> outputParameterFile(String name) {
        return Optional.empty();
    }

    @Override
    public String outputFile() {
        return "";
    }

    @Override
    public Optional<String> job(String name) {
        return run.job(name, task);
    }
}
