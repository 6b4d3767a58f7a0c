package io.github.binnacle.model.run;

import io.github.binnacle.model.value.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of a pipeline.
 *
 * @param number counts the runs of this computer from 1, for people ("Run 42")
 * @param documentPath file it was submitted from; empty if there was none
 * @param project absolute path of the project folder; empty if there is none
 * @param folder absolute path of the run's folder
 * @param parameters of the run, defaults included
 * @param outputs of the pipeline; empty before it ends
 * @param problem why it failed, in a sentence; empty if it did not
 */
public record Run(
        RunId id,
        long number,
        String displayName,
        String pipelineName,
        RunState state,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        String documentPath,
        String project,
        String folder,
        Map<String, Value> parameters,
        TaskValues outputs,
        String problem) {
    public Run {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
