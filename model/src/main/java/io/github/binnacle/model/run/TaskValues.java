package io.github.binnacle.model.run;

import io.github.binnacle.model.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values and artifacts going into or coming out of a task, by name; an artifact input or output may
 * be a list.
 */
public record TaskValues(
        Map<String, Value> parameters, Map<String, List<RuntimeArtifact>> artifacts) {
    public static final TaskValues EMPTY = new TaskValues(Map.of(), Map.of());

    public TaskValues {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        Map<String, List<RuntimeArtifact>> copied = new LinkedHashMap<>();
        artifacts.forEach((name, list) -> copied.put(name, List.copyOf(list)));
        artifacts = Collections.unmodifiableMap(copied);
    }
}
