package io.github.binnacle.localstore.file;

import io.github.binnacle.localstore.disk.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The one folder with everything of a user: ledger, blobs, logs, environments.
 *
 * @param folder absolute path
 */
public record BinnacleHome(Path folder) {

    /**
     * Finds the folder: {@code binnacle.home} or {@code BINNACLE_HOME} if set, else where the
     * system keeps the data of applications.
     */
    public static BinnacleHome find(Map<String, String> environment) {
        String chosen =
                System.getProperty("binnacle.home", environment.getOrDefault("BINNACLE_HOME", ""));
        Path folder = chosen.isEmpty() ? usual(environment) : Path.of(chosen);
        return new BinnacleHome(folder.toAbsolutePath().normalize());
    }

    private static Path usual(Map<String, String> environment) {
        Path user = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            String local = environment.get("LOCALAPPDATA");
            return (local == null ? user.resolve("AppData").resolve("Local") : Path.of(local))
                    .resolve("Binnacle");
        }
        if (system.startsWith("mac")) {
            return user.resolve("Library").resolve("Application Support").resolve("Binnacle");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isEmpty() ? user.resolve(".local").resolve("share") : Path.of(data))
                .resolve("binnacle");
    }

    /** Makes the folder, readable by its user only, if it is not there. */
    public BinnacleHome create() throws IOException {
        PrivateFiles.folder(folder);
        return this;
    }

    public Path ledger() {
        return folder.resolve("ledger.db");
    }

    /** Folder with one folder per run. */
    public Path runs() {
        return folder.resolve("runs");
    }

    public Path blobs() {
        return folder.resolve("blobs");
    }

    public Path environments() {
        return folder.resolve("environments");
    }

    /** Folder of our own Python files, by content. */
    public Path runtime() {
        return folder.resolve("runtime");
    }

    /** Folder of directories that stand for persistent volumes. */
    public Path volumes() {
        return folder.resolve("volumes");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path trust() {
        return folder.resolve("trust.json");
    }

    public Path secrets() {
        return folder.resolve("secrets.json");
    }

    public Path settings() {
        return folder.resolve("settings.json");
    }
}
