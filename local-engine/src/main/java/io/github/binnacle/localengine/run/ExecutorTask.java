package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.plan.ExecutionPlan;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.PipelineContainerSpec;
import io.github.binnacle.model.run.TaskValues;

/**
 * A task that runs a process, with everything that is known before it does.
 *
 * @param label of its executor
 * @param inputs with defaults for what was left out
 */
record ExecutorTask(
        Work work,
        String label,
        PipelineContainerSpec container,
        ExecutionPlan plan,
        TaskValues inputs,
        PodSettings pod,
        TaskResources resources) {}
