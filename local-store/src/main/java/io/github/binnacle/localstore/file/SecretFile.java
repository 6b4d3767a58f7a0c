package io.github.binnacle.localstore.file;

import io.github.binnacle.model.value.Value;
import io.github.binnacle.model.workplace.SecretSource;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Secrets and config maps of local runs, in a file that only its user can read. */
public final class SecretFile implements SecretSource {
    private final JsonFile file;

    public SecretFile(Path file) {
        this.file = new JsonFile(file);
    }

    @Override
    public Optional<Map<String, String>> find(Kind kind, String name) {
        return entries(kind).field(name).map(SecretFile::texts);
    }

    /** Returns the names of the entries with their keys, never their values. */
    public Map<String, List<String>> names(Kind kind) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        entries(kind)
                .fields()
                .forEach((name, keys) -> names.put(name, List.copyOf(texts(keys).keySet())));
        return names;
    }

    public synchronized void put(Kind kind, String name, String key, String value) {
        Value.Struct entries = entries(kind);
        Value.Struct entry =
                entries.fields().get(name) instanceof Value.Struct struct
                        ? struct
                        : Value.Struct.EMPTY;
        file.write(
                file.read()
                        .with(field(kind), entries.with(name, entry.with(key, Value.of(value)))));
    }

    public synchronized boolean remove(Kind kind, String name) {
        Map<String, Value> entries = new LinkedHashMap<>(entries(kind).fields());
        boolean wasThere = entries.remove(name) != null;
        file.write(file.read().with(field(kind), Value.of(entries)));
        return wasThere;
    }

    private static String field(Kind kind) {
        return switch (kind) {
            case SECRET -> "secrets";
            case CONFIG_MAP -> "configMaps";
        };
    }

    private Value.Struct entries(Kind kind) {
        return file.read().fields().get(field(kind)) instanceof Value.Struct struct
                ? struct
                : Value.Struct.EMPTY;
    }

    private static Map<String, String> texts(Value entry) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (entry instanceof Value.Struct(Map<String, Value> fields)) {
            fields.forEach((key, value) ->
                    texts.put(key, value instanceof Value.Text(String text) ? text : ""));
        }
        return texts;
    }
}
