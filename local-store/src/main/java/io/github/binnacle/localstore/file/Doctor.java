package io.github.binnacle.localstore.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks whether the home folder is in order. */
public final class Doctor {
    private static final long LITTLE_SPACE = 1L << 30;

    private final BinnacleHome home;

    public Doctor(BinnacleHome home) {
        this.home = home;
    }

    /**
     * One thing that was looked at.
     *
     * @param isGood false if somebody must act
     */
    public record Finding(String subject, boolean isGood, String detail) {}

    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("home folder", true, home.folder().toString()));
        findings.add(ledger());
        findings.add(space());
        findings.add(rights(home.secrets()));
        return findings;
    }

    private Finding ledger() {
        Path file = home.ledger();
        if (!Files.isRegularFile(file)) {
            return new Finding("ledger", true, "not made yet");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
            String answer = result.next() ? result.getString(1) : "no answer";
            return new Finding("ledger", answer.equals("ok"), "integrity_check: " + answer);
        } catch (SQLException e) {
            return new Finding("ledger", false, "cannot be read: " + e.getMessage());
        }
    }

    private Finding space() {
        try {
            long free = Files.getFileStore(home.folder()).getUsableSpace();
            return new Finding("disk", free > LITTLE_SPACE, (free >> 20) + " MB free");
        } catch (IOException e) {
            return new Finding("disk", false, "cannot be asked: " + e.getMessage());
        }
    }

    private static Finding rights(Path file) {
        try {
            if (!Files.exists(file)) {
                return new Finding("secrets", true, "none kept");
            }
            boolean isPrivate =
                    Files.getPosixFilePermissions(file).stream()
                            .allMatch(permission -> permission.name().startsWith("OWNER"));
            return new Finding(
                    "secrets",
                    isPrivate,
                    isPrivate ? "readable by you only" : "readable by others: chmod 600 " + file);
        } catch (IOException | UnsupportedOperationException e) {
            return new Finding("secrets", true, "rights are not known on this system");
        }
    }
}
