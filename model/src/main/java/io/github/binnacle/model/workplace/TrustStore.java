package io.github.binnacle.model.workplace;

import java.nio.file.Path;

/**
 * Remembers which folders, and which loose files by digest, the user trusts. Kept in the user's
 * data.
 */
public interface TrustStore {
    boolean isTrusted(Path document, String documentText);

    void trustFolder(Path folder);

    void trustText(String documentText);
}
