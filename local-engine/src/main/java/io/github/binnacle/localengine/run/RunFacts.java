package io.github.binnacle.localengine.run;

import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a run knows of itself, as placeholders and environment variables give it to tasks. */
record RunFacts(Run run) {
    private static final int SHORT_ID = 5;

    RunId id() {
        return run.id();
    }

    Map<String, Value> parameters() {
        return run.parameters();
    }

    Path folder() {
        return Path.of(run.folder());
    }

    /** Returns the folder that all tasks of the run share. */
    Path workspace() {
        return folder().resolve(".workspace");
    }

    /** Returns a name in the manner of Kubernetes: pipeline name and the start of the run's id. */
    String resourceName() {
        String bare = run.pipelineName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return bare + "-" + run.id().value().substring(0, SHORT_ID);
    }

    /** Returns the UUID of a task, the same whenever it is asked for. */
    String taskUuid(TaskPath task) {
        String name = run.id() + "/" + task;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Returns the value of a job placeholder, such as {@code pipeline_job_uuid}. */
    Optional<String> job(String name, TaskPath task) {
        return switch (name) {
            case "pipeline_job_name" -> Optional.of(run.displayName());
            case "pipeline_job_resource_name" -> Optional.of(resourceName());
            case "pipeline_job_uuid" -> Optional.of(run.id().value());
            case "pipeline_job_create_time_utc", "pipeline_job_schedule_time_utc" ->
                    Optional.of(run.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
            case "pipeline_task_name" ->
                    Optional.of(task.isRoot() ? "" : task.segments().getLast().task());
            case "pipeline_task_uuid" -> Optional.of(taskUuid(task));
            case "pipeline_root" -> Optional.of(run.folder());
            case "workspace_path" -> Optional.of(workspace().toString());
            default -> Optional.empty();
        };
    }
}
