package io.github.binnacle.localstore.sql;

/**
 * The store cannot do what it must: disk full, damaged file, newer schema. The message is for
 * users.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
