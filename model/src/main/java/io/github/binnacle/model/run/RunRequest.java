package io.github.binnacle.model.run;

import io.github.binnacle.model.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Asks for a run of a document exactly as it stands.
 *
 * @param documentText the whole file, both YAML documents; what runs is this, not what the file
 *     becomes
 * @param documentPath file it came from; empty if there is none
 * @param project absolute path of the project folder, where {@code binnacle.yaml} is; empty if
 *     there is none
 * @param displayName of the run; empty for a name of ours
 * @param parameters given by the user; those left out take their defaults
 */
public record RunRequest(
        String documentText,
        String documentPath,
        String project,
        String displayName,
        Map<String, Value> parameters,
        RunOptions options) {
    public RunRequest {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * @param useCache false to run every task whatever the document says
     * @param trustOnce the user trusts this document for this run
     * @param allowHostCommands container components may run as host commands when no container
     *     runtime is usable
     */
    public record RunOptions(boolean useCache, boolean trustOnce, boolean allowHostCommands) {
        public static final RunOptions DEFAULT = new RunOptions(true, false, false);
    }
}
