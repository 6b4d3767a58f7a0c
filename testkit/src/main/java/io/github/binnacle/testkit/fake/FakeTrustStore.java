package io.github.binnacle.testkit.fake;

import io.github.binnacle.model.workplace.TrustStore;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers trust until the test ends. */
public final class FakeTrustStore implements TrustStore {
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();
    private final Set<String> texts = ConcurrentHashMap.newKeySet();

    @Override
    public boolean isTrusted(Path document, String documentText) {
        Path path = document.toAbsolutePath().normalize();
        return texts.contains(documentText) || folders.stream().anyMatch(path::startsWith);
    }

    @Override
    public void trustFolder(Path folder) {
        folders.add(folder.toAbsolutePath().normalize());
    }

    @Override
    public void trustText(String documentText) {
        texts.add(documentText);
    }
}
