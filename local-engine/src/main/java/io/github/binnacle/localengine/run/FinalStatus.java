package io.github.binnacle.localengine.run;

import io.github.binnacle.model.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells an exit task how what it waits for ended (KFP v2, PipelineTaskFinalStatus). */
final class FinalStatus {
    private static final int UNKNOWN_ERROR = 2;

    private FinalStatus() {}

    static Value of(Work producer, RunFacts run) {
        Ending ending = Optional.ofNullable(producer.ending()).orElse(Ending.CANCELED);
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("state", Value.of(ending.taskState()));
        fields.put("pipelineTaskName", Value.of(producer.name()));
        fields.put("pipelineJobResourceName", Value.of(run.resourceName()));
        fields.put("error", error(producer));
        return Value.of(fields);
    }

    private static Value error(Work producer) {
        return producer.failure().isEmpty()
                ? Value.Struct.EMPTY
                : Value.of(
                        Map.of(
                                "code", Value.of(UNKNOWN_ERROR),
                                "message", Value.of(producer.failure())));
    }
}
