package io.github.binnacle.editors.pipeline;

import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.pipeline.PipelineCompiler;
import io.github.binnacle.model.run.RunEngine;
import io.github.binnacle.model.workplace.TrustStore;
import io.github.binnacle.ui.job.Jobs;
import java.util.function.Consumer;

/**
 * What pipelines need of the rest of the application.
 *
 * @param open takes the user to an address
 */
public record PipelineServices(
        RunEngine engine,
        PipelineCompiler compiler,
        TrustStore trust,
        RunCheck check,
        Jobs jobs,
        Consumer<Address> open) {}
