package io.github.binnacle.model.cel;

import org.jspecify.annotations.Nullable;

/** An expression cannot be read or evaluated; the message says why, for users. */
public final class CelException extends Exception {
    private static final long serialVersionUID = 1L;

    CelException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
