package io.github.binnacle.localstore.file;

import io.github.binnacle.localstore.disk.PrivateFiles;
import io.github.binnacle.localstore.sql.StoreException;
import io.github.binnacle.localstore.sql.StoreHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks whether the home folder is in order. It changes nothing. */
public final class Doctor {
    private static final long LITTLE_SPACE = 1L << 30;
    private static final int SAMPLE = 50;

    private final BinnacleHome home;

    public Doctor(BinnacleHome home) {
        this.home = home;
    }

    /**
     * One thing that was looked at.
     *
     * @param isGood false if somebody must act
     * @param detail what was found and, unless it is good, what to do
     */
    public record Finding(String subject, boolean isGood, String detail) {}

    /** A look at one subject. */
    @FunctionalInterface
    private interface Look {
        Finding examine() throws IOException;
    }

    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(look("home folder", this::folder));
        findings.add(look("disk", this::space));
        findings.add(look("ledger", this::ledger));
        findings.add(look("damaged databases", this::setAside));
        findings.add(look("rights", this::rights));
        findings.add(look("artifacts", this::blobs));
        return findings;
    }

    private static Finding look(String subject, Look look) {
        try {
            return look.examine();
        } catch (IOException | StoreException e) {
            return new Finding(subject, false, "could not be looked at: " + e.getMessage());
        }
    }

    private Finding folder() throws IOException {
        Path folder = home.folder();
        boolean isPrivate = PrivateFiles.isPrivate(folder);
        return new Finding(
                "home folder",
                isPrivate,
                isPrivate
                        ? folder.toString()
                        : folder + " can be entered by others. Run: chmod 700 " + folder);
    }

    private Finding space() throws IOException {
        long free = Files.getFileStore(home.folder()).getUsableSpace();
        boolean isEnough = free > LITTLE_SPACE;
        String detail = (free >> 20) + " MB free";
        return new Finding(
                "disk",
                isEnough,
                isEnough
                        ? detail
                        : detail + ". Runs pause when it is full: free some, or delete old runs.");
    }

    private Finding ledger() {
        if (!Files.isRegularFile(home.ledger())) {
            return new Finding("ledger", true, "not made yet");
        }
        List<String> faults = StoreHealth.faults(home.ledger());
        return new Finding(
                "ledger",
                faults.isEmpty(),
                faults.isEmpty()
                        ? "sound, schema " + StoreHealth.version(home.ledger())
                        : String.join("; ", faults)
                                + ". The engine sets it aside and takes the newest backup when it"
                                + " starts next: end the engine, then run anything.");
    }

    /** A ledger that was set aside holds runs that the one in its place may not have. */
    private Finding setAside() throws IOException {
        List<String> aside;
        try (Stream<Path> files = Files.list(home.folder())) {
            aside =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches(".*\\.damaged-[0-9T-]+"))
                            .sorted()
                            .toList();
        }
        return new Finding(
                "damaged databases",
                aside.isEmpty(),
                aside.isEmpty()
                        ? "none set aside"
                        : "set aside in "
                                + home.folder()
                                + ": "
                                + String.join(", ", aside)
                                + ". Runs recorded after the newest backup are only there; keep or"
                                + " delete the file.");
    }

    private Finding rights() throws IOException {
        List<String> open = new ArrayList<>();
        for (Path file : privateFiles()) {
            if (Files.exists(file) && !PrivateFiles.isPrivate(file)) {
                open.add(file.toString());
            }
        }
        return new Finding(
                "rights",
                open.isEmpty(),
                open.isEmpty()
                        ? "only you can read the ledger, secrets and settings"
                        : "others may read these. Run: chmod go= " + String.join(" ", open));
    }

    private List<Path> privateFiles() {
        Path ledger = home.ledger();
        return List.of(
                ledger,
                ledger.resolveSibling(ledger.getFileName() + "-wal"),
                ledger.resolveSibling(ledger.getFileName() + "-shm"),
                home.secrets(),
                home.trust(),
                home.settings());
    }

    private Finding blobs() throws IOException {
        List<Path> sample = new KeptFiles(home.blobs()).list(SAMPLE);
        List<String> changed = new ArrayList<>();
        for (Path blob : sample) {
            if (!KeptFiles.isSound(blob)) {
                changed.add(blob.toString());
            }
        }
        return new Finding(
                "artifacts",
                changed.isEmpty(),
                changed.isEmpty()
                        ? sample.size() + " looked at, unchanged"
                        : "changed behind our back: "
                                + String.join(", ", changed)
                                + ". Tasks whose results these are run again, their cache entries"
                                + " no longer fit; look what wrote there.");
    }
}
