package io.github.binnacle.localengine.environment;

import java.util.Objects;
import java.util.function.Consumer;

/** Makes and finds Python environments; one per specification, shared by tasks and runs. */
public interface Environments {
    /**
     * Returns the environment of a specification, making it first if it is not there.
     *
     * <p>Several callers that ask for the same wait for one making. Works offline once made.
     *
     * @param progress told short sentences while it is made, from any thread
     * @throws EnvironmentException if it cannot be made; the message is for users
     */
    PythonEnvironment require(EnvironmentSpec specification, Consumer<String> progress)
            throws EnvironmentException, InterruptedException;

    /** Says whether the environment is there already. */
    boolean isReady(EnvironmentSpec specification);

    /** The environment cannot be made; the message says what happened, where, what to do. */
    final class EnvironmentException extends Exception {
        private static final long serialVersionUID = 1L;

        public EnvironmentException(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }
}
