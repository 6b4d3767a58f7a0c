package io.github.binnacle.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binnacle.model.run.BlobStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link BlobStore} keeps to. */
public abstract class BlobStoreContract {
    /** The sha256 of "hello", as any tool prints it. */
    private static final String HELLO =
            "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir protected Path folder;
    private BlobStore blobs;

    /** Makes an empty store. */
    protected abstract BlobStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        blobs = open();
    }

    @Test
    void namesAFileByTheSha256OfItsContent() throws IOException {
        var blob = blobs.digest(file("a.txt", "hello"));

        assertThat(blob).isEqualTo(new BlobStore.Blob(HELLO, 5));
    }

    @Test
    void takesAFileInWhereItIs() throws IOException {
        var file = file("a.txt", "hello");

        var blob = blobs.adopt(file);

        assertThat(blob).isEqualTo(new BlobStore.Blob(HELLO, 5));
        assertThat(file).hasContent("hello");
    }

    @Test
    void takesTheSameContentInTwice() throws IOException {
        var first = blobs.adopt(file("a.txt", "hello"));
        var second = blobs.adopt(file("b.txt", "hello"));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void takesTheSameFileInTwice() throws IOException {
        var file = file("a.txt", "hello");

        assertThat(blobs.adopt(file)).isEqualTo(blobs.adopt(file));
    }

    @Test
    void takesAnEmptyFileIn() throws IOException {
        assertThat(blobs.adopt(file("empty", "")).bytes()).isZero();
    }

    @Test
    void givesAFolderADigestOfNamesAndContents() throws IOException {
        file("one/x/a.txt", "hello");
        file("one/b.txt", "more");
        file("same/b.txt", "more");
        file("same/x/a.txt", "hello");
        file("renamed/x/c.txt", "hello");
        file("renamed/b.txt", "more");
        file("changed/x/a.txt", "hullo");
        file("changed/b.txt", "more");

        var one = blobs.adopt(folder.resolve("one"));

        assertThat(one.bytes()).isEqualTo(9);
        assertThat(blobs.adopt(folder.resolve("same"))).isEqualTo(one);
        assertThat(blobs.digest(folder.resolve("renamed")).digest()).isNotEqualTo(one.digest());
        assertThat(blobs.digest(folder.resolve("changed")).digest()).isNotEqualTo(one.digest());
    }

    @Test
    void digestsWithoutTakingInAsItDoesWithTakingIn() throws IOException {
        file("one/x/a.txt", "hello");

        assertThat(blobs.digest(folder.resolve("one")))
                .isEqualTo(blobs.adopt(folder.resolve("one")));
    }

    @Test
    void takesAnEmptyFolderIn() throws IOException {
        var empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(blobs.adopt(empty).bytes()).isZero();
    }

    @Test
    void recordsLinksInAFolderByTheirTargetWithoutFollowing() throws IOException {
        file("one/a.txt", "hello");
        Files.createSymbolicLink(folder.resolve("one/link"), Path.of("/nowhere/at/all"));
        file("two/a.txt", "hello");
        Files.createSymbolicLink(folder.resolve("two/link"), Path.of("/somewhere/else"));

        var one = blobs.adopt(folder.resolve("one"));

        assertThat(one.bytes()).isEqualTo(5);
        assertThat(blobs.adopt(folder.resolve("two")).digest()).isNotEqualTo(one.digest());
    }

    @Test
    void knowsWhetherAContentIsStillWhatItWas() throws IOException {
        var file = file("a.txt", "hello");
        var digest = blobs.adopt(file).digest();

        assertThat(blobs.isIntact(file, digest)).isTrue();
        Files.delete(file);
        assertThat(blobs.isIntact(file, digest)).isFalse();
        file("a.txt", "other content");
        assertThat(blobs.isIntact(file, digest)).isFalse();
    }

    @Test
    void noticesAChangedFileInAFolder() throws IOException {
        file("one/a.txt", "hello");
        var digest = blobs.adopt(folder.resolve("one")).digest();

        Files.delete(folder.resolve("one/a.txt"));
        file("one/a.txt", "changed");

        assertThat(blobs.isIntact(folder.resolve("one"), digest)).isFalse();
    }

    @Test
    void keepsWhatIsThereWhenItCollects() throws IOException {
        var file = file("a.txt", "hello");
        var digest = blobs.adopt(file).digest();

        blobs.collect();

        assertThat(blobs.isIntact(file, digest)).isTrue();
    }

    @Test
    void failsOnContentThatIsNotThere() {
        assertThatThrownBy(() -> blobs.adopt(folder.resolve("missing")))
                .isInstanceOf(IOException.class);
    }

    private Path file(String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
