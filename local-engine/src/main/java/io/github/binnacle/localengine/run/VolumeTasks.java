package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.file.PrivateFolder;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes and removes the folders that stand for persistent volume claims. */
final class VolumeTasks {
    private final Path volumes;

    VolumeTasks(Path volumes) {
        this.volumes = volumes;
    }

    /** Makes a volume, named by the input or by ourselves. */
    TaskValues create(TaskValues inputs) throws IOException {
        String name =
                text(inputs, "pvc_name")
                        .orElseGet(() ->
                                UUID.randomUUID() + text(inputs, "pvc_name_suffix").orElse(""));
        PrivateFolder.create(volumes.resolve(SafeName.of(name)));
        return new TaskValues(Map.of("name", Value.of(name)), Map.of());
    }

    /** Removes a volume with everything in it; one that is not there is removed already. */
    TaskValues delete(TaskValues inputs) throws IOException {
        Optional<String> name = text(inputs, "pvc_name");
        if (name.isPresent()) {
            PrivateFolder.delete(volumes.resolve(SafeName.of(name.get())));
        }
        return TaskValues.EMPTY;
    }

    private static Optional<String> text(TaskValues inputs, String name) {
        return inputs.parameters().get(name) instanceof Value.Text(String text) && !text.isEmpty()
                ? Optional.of(text)
                : Optional.empty();
    }
}
