package io.github.binnacle.localengine.host;

import java.nio.file.Path;

/**
 * Where the engine keeps its things, all absolute.
 *
 * @param home the one folder of everything, readable by its user only
 * @param runs one folder per run
 * @param environments Python environments
 * @param runtime our own Python files, by content
 * @param volumes directories that stand for persistent volumes
 * @param logs what the host itself says
 */
public record EngineFolders(
        Path home, Path runs, Path environments, Path runtime, Path volumes, Path logs) {

    /** Returns the file that the host's output goes to. */
    public Path hostLog() {
        return logs.resolve("engine.log");
    }
}
