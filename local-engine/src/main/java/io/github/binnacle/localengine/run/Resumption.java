package io.github.binnacle.localengine.run;

import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunRequest;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.value.Value;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Asks for a run again as it was asked for the first time. */
final class Resumption {
    private Resumption() {}

    /**
     * @param text of the document, as it was submitted
     */
    static RunRequest request(Run run, String text) {
        return new RunRequest(
                text,
                run.documentPath(),
                run.project(),
                run.displayName(),
                given(run),
                RunOptionsFile.read(Path.of(run.folder())));
    }

    /** Null stands for a parameter that has no value. */
    private static Map<String, Value> given(Run run) {
        Map<String, Value> given = new LinkedHashMap<>(run.parameters());
        given.values().removeIf(Value.Null.class::isInstance);
        return given;
    }

    /** Returns the tokens of attempts that the end of an engine interrupted. */
    static List<String> interruptedAttempts(RunSnapshot snapshot) {
        RunId run = snapshot.run().id();
        return snapshot.tasks().stream().flatMap(task -> tokens(run, task)).toList();
    }

    private static Stream<String> tokens(RunId run, TaskSnapshot task) {
        return task.attempts().stream()
                .filter(attempt -> attempt.state() instanceof TaskState.Interrupted)
                .map(attempt -> AttemptToken.of(run, task.path(), attempt.number()));
    }
}
