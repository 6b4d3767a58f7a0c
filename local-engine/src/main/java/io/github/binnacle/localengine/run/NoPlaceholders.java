package io.github.binnacle.localengine.run;

import io.github.binnacle.model.placeholder.PlaceholderValues;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.value.Value;
import java.util.List;
import java.util.Optional;

/** Stands where texts hold no placeholders. */
record NoPlaceholders() implements PlaceholderValues {
    @Override
    public String executorInput() {
        return "";
    }

    @Override
    public Optional<Value> inputParameter(String name) {
        return Optional.empty();
    }

    @Override
    public List<RuntimeArtifact> inputArtifacts(String name) {
        return List.of();
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
        return Optional.empty();
    }
}
