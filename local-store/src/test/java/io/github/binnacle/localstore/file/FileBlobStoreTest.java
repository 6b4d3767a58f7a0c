package io.github.binnacle.localstore.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.binnacle.model.run.BlobStore;
import io.github.binnacle.testkit.contract.BlobStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FileBlobStoreTest extends BlobStoreContract {
    private FileBlobStore blobs;

    @Override
    protected BlobStore open() {
        blobs = new FileBlobStore(folder.resolve("blobs"));
        return blobs;
    }

    @Test
    void entersAFileByHardLink() throws IOException {
        var file = write("a.txt", "hello");

        var blob = blobs.adopt(file);

        assertThat(Files.isSameFile(file, blobs.contents().place(blob.digest()))).isTrue();
    }

    @Test
    void makesWhatItTookInReadOnlyButNoLessReadable() throws IOException {
        var file = write("a.sh", "hello");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrw-r--"));

        blobs.adopt(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("r-xr--r--");
    }

    @Test
    void keepsEveryFileOfAFolderAndItsManifest() throws IOException {
        write("one/x/a.txt", "hello");
        write("one/b.txt", "more");

        var blob = blobs.adopt(folder.resolve("one"));

        assertThat(kept()).hasSize(2);
        assertThat(blobs.manifests().place(blob.digest()))
                .content()
                .startsWith("{\"b.txt\":\"sha256:")
                .contains("\"x/a.txt\":\"sha256:2cf24dba");
        for (Path each : kept()) {
            assertThat(KeptFiles.isSound(each)).isTrue();
        }
    }

    @Test
    void letsGoOfWhatNobodyElseHolds() throws IOException {
        var deleted = write("deleted.txt", "deleted");
        write("kept/a.txt", "kept");
        write("broken/b.txt", "broken");
        blobs.adopt(deleted);
        var whole = blobs.adopt(folder.resolve("kept"));
        var broken = blobs.adopt(folder.resolve("broken"));

        Files.delete(deleted);
        Files.delete(folder.resolve("broken/b.txt"));
        blobs.collect();

        assertThat(kept()).hasSize(1);
        assertThat(blobs.manifests().place(whole.digest())).exists();
        assertThat(blobs.manifests().place(broken.digest())).doesNotExist();
        assertThat(folder.resolve("kept/a.txt")).hasContent("kept");
    }

    @Test
    void tellsAFolderWithAnEmptyFolderInItFromOneWithout() throws IOException {
        write("one/a.txt", "hello");
        write("two/a.txt", "hello");
        Files.createDirectory(folder.resolve("two/empty"));

        assertThat(blobs.digest(folder.resolve("two")))
                .isNotEqualTo(blobs.digest(folder.resolve("one")));
    }

    @Test
    void copiesAcrossFileSystems() throws IOException {
        var memory = Path.of("/dev/shm");
        assumeThat(memory).isDirectory();
        assumeThat(Files.getFileStore(memory)).isNotEqualTo(Files.getFileStore(folder));
        var elsewhere = Files.createTempDirectory(memory, "binnacle");
        try {
            var store = new FileBlobStore(elsewhere.resolve("blobs"));

            var blob = store.adopt(write("a.txt", "hello"));

            assertThat(store.contents().place(blob.digest())).hasContent("hello").isReadable();
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(
                                            store.contents().place(blob.digest()))))
                    .doesNotContain("w");
        } finally {
            deleteAll(elsewhere);
        }
    }

    @Test
    void takesTheSameContentFromManyThreads() throws IOException {
        var files =
                IntStream.range(0, 16)
                        .mapToObj(n -> writeUnchecked("file-" + n, "same content"))
                        .toList();

        var adopted =
                files.stream()
                        .map(file -> CompletableFuture.supplyAsync(() -> adopt(file)))
                        .toList();

        assertThat(adopted.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void rehashesWhenOnlyTheInodeChanged() throws IOException {
        var file = write("a.txt", "hello");
        var time = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, time);
        var digest = blobs.adopt(file).digest();

        Files.delete(file);
        write("a.txt", "hullo");
        Files.setLastModifiedTime(file, time);

        assertThat(blobs.isIntact(file, digest)).isFalse();
    }

    private BlobStore.Blob adopt(Path file) {
        try {
            return blobs.adopt(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path writeUnchecked(String name, String content) {
        try {
            return write(name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private List<Path> kept() throws IOException {
        return blobs.contents().list(1000);
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
