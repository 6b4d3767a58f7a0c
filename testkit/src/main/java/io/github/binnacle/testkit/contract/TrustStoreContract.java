package io.github.binnacle.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.workplace.TrustStore;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link TrustStore} keeps to. */
public abstract class TrustStoreContract {
    @TempDir protected Path folder;
    private TrustStore trust;

    /** Makes a store that trusts nothing. */
    protected abstract TrustStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        trust = open();
    }

    @Test
    void trustsNothingUnasked() {
        assertThat(trust.isTrusted(folder.resolve("a.yaml"), "text")).isFalse();
    }

    @Test
    void trustsAFolderWithAllBelowIt() {
        trust.trustFolder(folder.resolve("team"));

        assertThat(trust.isTrusted(folder.resolve("team/a.yaml"), "text")).isTrue();
        assertThat(trust.isTrusted(folder.resolve("team/deep/er/a.yaml"), "text")).isTrue();
        assertThat(trust.isTrusted(folder.resolve("a.yaml"), "text")).isFalse();
    }

    @Test
    void doesNotTrustAFolderWhoseNameOnlyBeginsAlike() {
        trust.trustFolder(folder.resolve("team"));

        assertThat(trust.isTrusted(folder.resolve("team-of-others/a.yaml"), "text")).isFalse();
    }

    @Test
    void isNotLedOutOfATrustedFolderByDots() {
        trust.trustFolder(folder.resolve("team"));

        assertThat(trust.isTrusted(folder.resolve("team/../other/a.yaml"), "text")).isFalse();
    }

    @Test
    void trustsALooseTextWhereverItIs() {
        trust.trustText("text");

        assertThat(trust.isTrusted(folder.resolve("a.yaml"), "text")).isTrue();
        assertThat(trust.isTrusted(folder.resolve("b.yaml"), "text")).isTrue();
    }

    @Test
    void doesNotTrustATextThatChangedByOneLetter() {
        trust.trustText("text");

        assertThat(trust.isTrusted(folder.resolve("a.yaml"), "texT")).isFalse();
    }

    @Test
    void takesTheSameTrustTwice() {
        trust.trustFolder(folder);
        trust.trustFolder(folder);
        trust.trustText("text");
        trust.trustText("text");

        assertThat(trust.isTrusted(folder.resolve("a.yaml"), "other")).isTrue();
    }
}
