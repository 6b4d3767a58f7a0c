package io.github.binnacle.app;

import io.github.binnacle.model.workplace.TrustStore;
import java.nio.file.Path;

/** Trusts, besides what the user trusts, the examples that came with the program. */
final class ProgramTrust implements TrustStore {
    private final TrustStore user;
    private final Path examples;

    ProgramTrust(TrustStore user, Path examples) {
        this.user = user;
        this.examples = examples;
    }

    @Override
    public boolean isTrusted(Path document, String documentText) {
        return document.isAbsolute() && document.normalize().startsWith(examples)
                || user.isTrusted(document, documentText);
    }

    @Override
    public void trustFolder(Path folder) {
        user.trustFolder(folder);
    }

    @Override
    public void trustText(String documentText) {
        user.trustText(documentText);
    }
}
