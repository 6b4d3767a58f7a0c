package io.github.binnacle.localengine.environment;

import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an environment's folder says of it. Its presence says that the environment is whole.
 *
 * @param key digest of the lock
 * @param python version of its interpreter
 * @param warning what differs from what was asked; empty if nothing does
 * @param requirements that were asked for
 * @param lock what it holds, sorted, as {@code pip freeze} prints it
 */
record EnvironmentRecord(
        String key, String python, String warning, List<String> requirements, List<String> lock) {
    private static final String FILE = "binnacle.json";

    EnvironmentRecord {
        requirements = List.copyOf(requirements);
        lock = List.copyOf(lock);
    }

    static Optional<EnvironmentRecord> read(Path folder) {
        try {
            return JsonReader.parse(Files.readString(folder.resolve(FILE)))
                            instanceof Value.Struct fields
                    ? Optional.of(
                            new EnvironmentRecord(
                                    text(fields, "key"),
                                    text(fields, "python"),
                                    text(fields, "warning"),
                                    texts(fields, "requirements"),
                                    texts(fields, "lock")))
                    : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    void write(Path folder) throws IOException {
        Value.Struct fields =
                Value.Struct.EMPTY
                        .with("key", Value.of(key))
                        .with("python", Value.of(python))
                        .with("warning", Value.of(warning))
                        .with("requirements", values(requirements))
                        .with("lock", values(lock));
        Files.writeString(folder.resolve(FILE), JsonText.pretty(fields) + "\n");
    }

    /** Marks the environment as used now. */
    static void touch(Path folder, Instant now) throws IOException {
        Files.setLastModifiedTime(folder.resolve(FILE), FileTime.from(now));
    }

    /** Returns when an environment was used last; empty if the folder is none. */
    static Optional<Instant> lastUsed(Path folder) {
        try {
            return Optional.of(Files.getLastModifiedTime(folder.resolve(FILE)).toInstant());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static Value values(List<String> texts) {
        return Value.of(texts.stream().map(Value::of).toList());
    }

    private static String text(Value.Struct fields, String name) {
        return fields.fields().get(name) instanceof Value.Text(String text) ? text : "";
    }

    private static List<String> texts(Value.Struct fields, String name) {
        return fields.fields().get(name) instanceof Value.Items(List<Value> values)
                ? values.stream()
                        .map(value -> value instanceof Value.Text(String text) ? text : "")
                        .toList()
                : List.of();
    }
}
