package io.github.binnacle.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What files and disks refused, in a sentence. */
final class WorldFault {
    private WorldFault() {}

    static String sentence(Exception fault) {
        return switch (fault) {
            case NoSuchFileException missing ->
                    missing.getFile()
                            + " is not there. Check the name, and that its folder exists.";
            case AccessDeniedException denied ->
                    "You may not use " + denied.getFile() + ". Check its rights.";
            case FileSystemException file when file.getReason() != null ->
                    file.getFile() + ": " + file.getReason() + ".";
            case UncheckedIOException unchecked
                    when unchecked.getCause() instanceof IOException io ->
                    sentence(io);
            default -> String.valueOf(fault.getMessage());
        };
    }
}
