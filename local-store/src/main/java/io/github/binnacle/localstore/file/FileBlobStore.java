package io.github.binnacle.localstore.file;

import io.github.binnacle.localstore.disk.PrivateFiles;
import io.github.binnacle.model.run.BlobStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps contents under {@code blobs/ab/cdef…}, entered by hard link, so that nothing is copied.
 *
 * <p>A directory's digest is that of its manifest, which is kept under {@code blobs/folders}.
 */
public final class FileBlobStore implements BlobStore {
    private final KeptFiles contents;
    private final KeptFiles manifests;
    private final FileDigests digests = new FileDigests();

    public FileBlobStore(Path root) {
        contents = new KeptFiles(root);
        manifests = new KeptFiles(root.resolve("folders"));
    }

    @Override
    public Blob adopt(Path content) throws IOException {
        if (!FolderManifest.isFolder(content)) {
            return adoptFile(content);
        }
        AtomicLong bytes = new AtomicLong();
        FolderManifest manifest =
                FolderManifest.of(content, file -> counted(adoptFile(file), bytes));
        manifests.write(manifest.digest(), manifest.text());
        return new Blob(manifest.digest(), bytes.get());
    }

    private Blob adoptFile(Path file) throws IOException {
        Blob blob = digestFile(file);
        PrivateFiles.sync(file);
        PrivateFiles.makeReadOnly(file);
        contents.link(blob.digest(), file);
        return blob;
    }

    @Override
    public Blob digest(Path content) throws IOException {
        if (!FolderManifest.isFolder(content)) {
            return digestFile(content);
        }
        AtomicLong bytes = new AtomicLong();
        FolderManifest manifest =
                FolderManifest.of(content, file -> counted(digestFile(file), bytes));
        return new Blob(manifest.digest(), bytes.get());
    }

    private Blob digestFile(Path file) throws IOException {
        return new Blob(digests.of(file), Files.size(file));
    }

    private static String counted(Blob blob, AtomicLong bytes) {
        bytes.addAndGet(blob.bytes());
        return blob.digest();
    }

    @Override
    public boolean isIntact(Path content, String digest) throws IOException {
        try {
            return digest(content).digest().equals(digest);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>A content with no link but ours goes, a copy made across file systems too; then manifests
     * of directories of which a file is gone. Where links cannot be counted, all stays.
     */
    @Override
    public void collect() throws IOException {
        for (Path content : contents.list(Integer.MAX_VALUE)) {
            if (isHeldByUsOnly(content)) {
                Files.deleteIfExists(content);
            }
        }
        for (Path manifest : manifests.list(Integer.MAX_VALUE)) {
            List<String> files = FolderManifest.read(manifest).files();
            if (files.stream().anyMatch(digest -> !Files.exists(contents.place(digest)))) {
                Files.deleteIfExists(manifest);
            }
        }
    }

    private static boolean isHeldByUsOnly(Path content) throws IOException {
        try {
            return Files.getAttribute(content, "unix:nlink") instanceof Integer links && links == 1;
        } catch (UnsupportedOperationException | IllegalArgumentException notCounted) {
            return false;
        }
    }

    KeptFiles contents() {
        return contents;
    }

    KeptFiles manifests() {
        return manifests;
    }
}
