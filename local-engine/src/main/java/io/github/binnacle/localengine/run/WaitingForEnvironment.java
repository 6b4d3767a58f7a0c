package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.environment.PythonEnvironment;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * An execution that waits for its environment, unless it has been given up meanwhile.
 *
 * @param isWaiting whether it still does
 */
record WaitingForEnvironment(
        BooleanSupplier isWaiting,
        Consumer<PythonEnvironment> whenReady,
        Consumer<String> whileMade,
        Consumer<String> whenFailed)
        implements EnvironmentShelf.Waiter {
    @Override
    public void ready(PythonEnvironment environment) {
        if (isWaiting.getAsBoolean()) {
            whenReady.accept(environment);
        }
    }

    @Override
    public void progress(String sentence) {
        if (isWaiting.getAsBoolean()) {
            whileMade.accept(sentence);
        }
    }

    @Override
    public void failed(String message) {
        if (isWaiting.getAsBoolean()) {
            whenFailed.accept(message);
        }
    }
}
