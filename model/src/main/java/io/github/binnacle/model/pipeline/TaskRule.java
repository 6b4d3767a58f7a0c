package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.pipeline.PipelineTaskSpec.RetryPolicy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names are usable and shown once; retries stand where KFP heeds them. */
final class TaskRule implements PipelineValidator.DagRule {
    @Override
    public void check(DagScope dag, Findings findings) {
        if (dag.dag().tasks().isEmpty()) {
            findings.warning(
                    "pipeline.no-tasks",
                    dag.place().at("dag"),
                    Map.of("owner", dag.isRoot() ? "The pipeline" : "\"" + dag.component() + "\""));
        }
        Map<String, String> shown = new HashMap<>();
        dag.dag()
                .tasks()
                .forEach((name, task) -> {
                    checkRetry(dag, name, task, findings);
                    if (name.isBlank() || name.indexOf('/') >= 0) {
                        findings.error("pipeline.task-name", dag.task(name), Map.of("task", name));
                    }
                    String title = task.taskInfoName().isEmpty() ? name : task.taskInfoName();
                    @Nullable String other = shown.putIfAbsent(title, name);
                    if (other != null) {
                        findings.note(
                                "pipeline.duplicate-title",
                                dag.task(name).at("taskInfo", "name"),
                                Map.of("task", name, "other", other, "title", title));
                    }
                });
    }

    private static void checkRetry(
            DagScope dag, String name, PipelineTaskSpec task, Findings findings) {
        @Nullable RetryPolicy retry = task.retryPolicy();
        if (retry == null) {
            return;
        }
        Place place = dag.task(name).at("retryPolicy");
        if (retry.maxRetryCount() < 0) {
            findings.error(
                    "pipeline.negative-retries",
                    place.at("maxRetryCount"),
                    Map.of("task", name, "count", retry.maxRetryCount()));
        }
        boolean isContainer =
                dag.component(task)
                        .flatMap(ComponentSpec::executorLabel)
                        .map(label -> dag.spec().deploymentSpec().executors().get(label))
                        .filter(PipelineDeploymentConfig.PipelineContainerSpec.class::isInstance)
                        .isPresent();
        if (!isContainer && retry.maxRetryCount() > 0 && dag.component(task).isPresent()) {
            findings.warning("pipeline.retry-not-heeded", place, Map.of("task", name));
        }
    }
}
