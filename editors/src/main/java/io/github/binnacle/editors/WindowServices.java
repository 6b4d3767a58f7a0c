package io.github.binnacle.editors;

import io.github.binnacle.editors.pipeline.RunCheck;
import io.github.binnacle.model.pipeline.PipelineCompiler;
import io.github.binnacle.model.run.ArtifactSource;
import io.github.binnacle.model.run.LogSource;
import io.github.binnacle.model.run.RunEngine;
import io.github.binnacle.model.run.RunHistory;
import io.github.binnacle.model.workplace.TrustStore;
import java.nio.file.Path;

/**
 * Everything the window asks of the rest of the application.
 *
 * @param folder shown in the file list when the user has not chosen another
 * @param example compiled pipeline that a newcomer runs first
 */
public record WindowServices(
        RunEngine engine,
        RunHistory history,
        LogSource logs,
        ArtifactSource artifacts,
        PipelineCompiler compiler,
        TrustStore trust,
        RunCheck check,
        WindowMemory memory,
        Path folder,
        Path example) {}
