package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.problem.Outcome;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Turns pipeline sources into documents with the real KFP SDK. It runs the user's code. */
public interface PipelineCompiler {
    /**
     * Compiles the pipeline of a Python file.
     *
     * @param pipeline function to compile; empty if the file defines one pipeline only
     * @param progress told short sentences, from any thread
     * @return the compiled YAML, exactly as the SDK writes it
     */
    Outcome<String> compile(Path source, String pipeline, Consumer<String> progress)
            throws InterruptedException;
}
