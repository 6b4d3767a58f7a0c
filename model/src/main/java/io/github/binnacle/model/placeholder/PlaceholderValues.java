package io.github.binnacle.model.placeholder;

import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.value.Value;
import java.util.List;
import java.util.Optional;

/** Supplies what placeholders stand for. */
public interface PlaceholderValues {
    /** Returns the whole ExecutorInput as JSON. */
    String executorInput();

    /** Returns an input parameter; empty if the input was left out. */
    Optional<Value> inputParameter(String name);

    /** Returns the artifacts of an input; empty if the input was left out. */
    List<RuntimeArtifact> inputArtifacts(String name);

    /** Returns the artifacts to be written for an output. */
    List<RuntimeArtifact> outputArtifacts(String name);

    /** Returns the file that an output parameter is written to. */
    Optional<String> outputParameterFile(String name);

    /** Returns the file that the ExecutorOutput is written to. */
    String outputFile();

    /** Returns a value of the run, by its placeholder's name such as {@code pipeline_job_uuid}. */
    Optional<String> job(String name);
}
