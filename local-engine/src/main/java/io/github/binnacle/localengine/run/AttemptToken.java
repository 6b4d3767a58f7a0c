package io.github.binnacle.localengine.run;

import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.TaskPath;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names attempts for the supervisor; the same attempt has the same token in every engine. */
final class AttemptToken {
    private AttemptToken() {}

    static String of(RunId run, TaskPath task, int number) {
        byte[] path = task.toString().getBytes(StandardCharsets.UTF_8);
        return run + "-" + UUID.nameUUIDFromBytes(path) + "-" + number;
    }
}
