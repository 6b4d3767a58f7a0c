package io.github.binnacle.localengine.run;

import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps in a run's folder with what options it was asked for, so that it can be resumed alike. */
final class RunOptionsFile {
    private static final String NAME = "options.json";

    private RunOptionsFile() {}

    static void write(Path folder, RunOptions options) throws IOException {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("useCache", Value.of(options.useCache()));
        fields.put("allowHostCommands", Value.of(options.allowHostCommands()));
        Files.writeString(folder.resolve(NAME), JsonText.pretty(Value.of(fields)));
    }

    /** Reads the options; those of a run without the file are the usual ones. */
    static RunOptions read(Path folder) {
        try {
            if (JsonReader.parse(Files.readString(folder.resolve(NAME)))
                    instanceof Value.Struct fields) {
                return new RunOptions(
                        !fields.field("useCache").equals(Optional.of(Value.of(false))),
                        false,
                        fields.field("allowHostCommands").equals(Optional.of(Value.of(true))));
            }
        } catch (IOException e) {
            return RunOptions.DEFAULT;
        }
        return RunOptions.DEFAULT;
    }
}
