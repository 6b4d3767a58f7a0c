package io.github.binnacle.testkit.fake;

import io.github.binnacle.model.workplace.SecretSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Holds the entries that the test put in. */
public final class FakeSecretSource implements SecretSource {
    private final Map<Entry, Map<String, String>> entries = new ConcurrentHashMap<>();

    private record Entry(Kind kind, String name) {}

    /** Adds a key to an entry, making the entry if it is not there. */
    public FakeSecretSource with(Kind kind, String name, String key, String value) {
        entries.merge(new Entry(kind, name), Map.of(key, value), FakeSecretSource::merged);
        return this;
    }

    private static Map<String, String> merged(
            Map<String, String> before, Map<String, String> added) {
        Map<String, String> all = new LinkedHashMap<>(before);
        all.putAll(added);
        return all;
    }

    @Override
    public Optional<Map<String, String>> find(Kind kind, String name) {
        return Optional.ofNullable(entries.get(new Entry(kind, name))).map(Map::copyOf);
    }
}
