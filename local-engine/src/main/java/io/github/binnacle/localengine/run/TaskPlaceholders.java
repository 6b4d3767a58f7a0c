package io.github.binnacle.localengine.run;

import io.github.binnacle.model.placeholder.PlaceholderValues;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.value.Value;
import java.util.List;
import java.util.Optional;

/** What placeholders in an attempt's command stand for. */
record TaskPlaceholders(ExecutorInput input, RunFacts run, TaskPath task)
        implements PlaceholderValues {
    @Override
    public String executorInput() {
        return input.json();
    }

    @Override
    public Optional<Value> inputParameter(String name) {
        return Optional.ofNullable(input.inputs().parameters().get(name));
    }

    @Override
    public List<RuntimeArtifact> inputArtifacts(String name) {
        return input.inputs().artifacts().getOrDefault(name, List.of());
    }

    @Override
    public List<RuntimeArtifact> outputArtifacts(String name) {
        return Optional.ofNullable(input.outputs().get(name)).stream().toList();
    }

    @Override
    public Optional<String> outputParameterFile(String name) {
        return Optional.ofNullable(input.parameterFiles().get(name));
    }

    @Override
    public String outputFile() {
        return input.outputFile();
    }

    @Override
    public Optional<String> job(String name) {
        return run.job(name, task);
    }
}
