package io.github.binnacle.app.cli;

/** A parameter is not written as the pipeline wants it; the message is for users. */
final class ParameterMistake extends Exception {
    private static final long serialVersionUID = 1L;

    ParameterMistake(String message) {
        super(message);
    }
}
