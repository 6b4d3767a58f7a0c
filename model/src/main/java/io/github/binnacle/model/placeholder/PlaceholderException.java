package io.github.binnacle.model.placeholder;

/** A placeholder cannot be replaced; the message says which and why, for users. */
public final class PlaceholderException extends Exception {
    private static final long serialVersionUID = 1L;

    PlaceholderException(String message) {
        super(message);
    }
}
