package io.github.binnacle.localstore.sql;

import java.nio.file.Path;
import java.sql.SQLException;

/** Says what SQLite's failures mean for users: what happened, where, what to do. */
final class StoreFailures {
    private static final int PRIMARY_CODE = 0xFF;
    private static final int BUSY = 5;
    private static final int READ_ONLY = 8;
    private static final int IO_ERROR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NO_DATABASE = 26;

    private StoreFailures() {}

    static StoreException of(Path file, Throwable cause) {
        String sentence =
                cause instanceof SQLException failure
                        ? sentence(file, failure)
                        : "The database %s could not be used: %s.".formatted(file, cause);
        return new StoreException(sentence, cause);
    }

    /** Says whether a failure means that the file's content is broken. */
    static boolean isDamage(SQLException failure) {
        int code = failure.getErrorCode() & PRIMARY_CODE;
        return code == CORRUPT || code == NO_DATABASE;
    }

    private static String sentence(Path file, SQLException failure) {
        return switch (failure.getErrorCode() & PRIMARY_CODE) {
            case FULL ->
                    "The disk is full: %s could not grow, and the change was not made. Free some space, then try again."
                            .formatted(file);
            case CORRUPT, NO_DATABASE ->
                    "The database %s is damaged (%s). Run \"binnacle doctor\"; the engine sets a damaged database aside when it starts."
                            .formatted(file, failure.getMessage());
            case BUSY ->
                    "Another program has kept the database %s locked for more than five seconds. End it, then try again."
                            .formatted(file);
            case READ_ONLY ->
                    "The database %s cannot be changed: the file or its folder is read-only. Give yourself the right to write there."
                            .formatted(file);
            case CANNOT_OPEN ->
                    "The database %s cannot be opened. Look whether the folder is there and you may read and write in it."
                            .formatted(file);
            case IO_ERROR ->
                    "The disk failed while the database %s was used (%s). Look at the disk, then run \"binnacle doctor\"."
                            .formatted(file, failure.getMessage());
            default -> "The database %s refused: %s.".formatted(file, failure.getMessage());
        };
    }
}
