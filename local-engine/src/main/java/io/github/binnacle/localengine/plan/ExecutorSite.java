package io.github.binnacle.localengine.plan;

import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ExecutorSpec;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An executor and the tasks that use it.
 *
 * @param tasks paths of the tasks, each from the root DAG inwards; at least one
 */
record ExecutorSite(PipelineDocument document, String label, List<List<String>> tasks) {
    private static final int NAMED = 3;

    ExecutorSite {
        tasks = List.copyOf(tasks);
    }

    Optional<ExecutorSpec> spec() {
        return Optional.ofNullable(document.spec().deploymentSpec().executors().get(label));
    }

    <T> Outcome<T> refused(String code, Map<String, ?> arguments) {
        return new Outcome.Refused<>(problem(Severity.ERROR, code, arguments));
    }

    /**
     * Makes a problem of the executor; its sentence may name {@code tasks} and their {@code count}.
     */
    Problem problem(Severity severity, String code, Map<String, ?> arguments) {
        Map<String, Object> all = new LinkedHashMap<>(arguments);
        all.put("tasks", taskNames());
        all.put("count", tasks.size());
        return new Problem(
                code,
                severity,
                new Address.TaskAddress(document.address(), tasks.getFirst()),
                document.nearestRange(
                        List.of("deploymentSpec", "executors", label, "container", "image")),
                all);
    }

    private String taskNames() {
        String named =
                tasks.stream()
                        .limit(NAMED)
                        .map(path ->
                                path.isEmpty()
                                        ? "the pipeline"
                                        : "\"" + String.join("/", path) + "\"")
                        .collect(Collectors.joining(", "));
        return tasks.size() > NAMED ? named + " and " + (tasks.size() - NAMED) + " more" : named;
    }
}
