package io.github.binnacle.editors.run;

import io.github.binnacle.model.run.ArtifactSource;
import io.github.binnacle.model.run.LogSource;
import io.github.binnacle.model.run.RunEngine;
import io.github.binnacle.model.run.RunHistory;
import io.github.binnacle.ui.job.Jobs;
import java.util.concurrent.Executor;

/**
 * What runs need of the rest of the application.
 *
 * @param fx where live values are delivered
 */
public record RunServices(
        RunEngine engine,
        RunHistory history,
        LogSource logs,
        ArtifactSource artifacts,
        Jobs jobs,
        Executor fx) {}
