package io.github.binnacle.localstore.file;

import io.github.binnacle.localstore.disk.ContentDigest;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.model.workplace.TrustStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Trust in a JSON file: folders with all below them, and texts by digest.
 *
 * <p>A link in a trusted folder does not make what it leads to trusted.
 */
public final class TrustFile implements TrustStore {
    private static final String FOLDERS = "folders";
    private static final String TEXTS = "texts";

    private final JsonFile file;

    public TrustFile(Path file) {
        this.file = new JsonFile(file);
    }

    @Override
    public boolean isTrusted(Path document, String documentText) {
        Value.Struct trusted = file.read();
        Path path = real(document);
        return texts(trusted, FOLDERS).stream().anyMatch(folder -> path.startsWith(Path.of(folder)))
                || texts(trusted, TEXTS).contains(ContentDigest.of(documentText));
    }

    @Override
    public synchronized void trustFolder(Path folder) {
        add(FOLDERS, real(folder).toString());
    }

    @Override
    public synchronized void trustText(String documentText) {
        add(TEXTS, ContentDigest.of(documentText));
    }

    /** Follows links, so that none leads out of a trusted folder; as far as there are files. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath();
        try {
            return absolute.toRealPath();
        } catch (IOException notThere) {
            Path plain = absolute.normalize();
            Path parent = plain.getParent();
            return parent == null ? plain : real(parent).resolve(plain.getFileName());
        }
    }

    private void add(String field, String entry) {
        Value.Struct trusted = file.read();
        List<String> entries = new ArrayList<>(texts(trusted, field));
        if (!entries.contains(entry)) {
            entries.add(entry);
            file.write(trusted.with(field, Value.of(entries.stream().map(Value::of).toList())));
        }
    }

    private static List<String> texts(Value.Struct trusted, String field) {
        return trusted.fields().get(field) instanceof Value.Items(List<Value> items)
                ? items.stream()
                        .map(item -> item instanceof Value.Text(String text) ? text : "")
                        .toList()
                : List.of();
    }
}
