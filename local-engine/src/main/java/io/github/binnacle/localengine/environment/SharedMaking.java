package io.github.binnacle.localengine.environment;

import io.github.binnacle.localengine.environment.Environments.EnvironmentException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Lets all who want the same environment wait for one making of it.
 *
 * <p>It goes on as long as anybody waits, whoever was first, and ends when the last one is
 * interrupted.
 */
final class SharedMaking {
    private final Maker maker;
    private final Map<EnvironmentSpec, Making> running = new HashMap<>();

    SharedMaking(Maker maker) {
        this.maker = maker;
    }

    /** Makes an environment. */
    @FunctionalInterface
    interface Maker {
        PythonEnvironment make(EnvironmentSpec specification, Consumer<String> progress)
                throws EnvironmentException, InterruptedException;
    }

    PythonEnvironment require(EnvironmentSpec specification, Consumer<String> progress)
            throws EnvironmentException, InterruptedException {
        Making making = join(specification, progress);
        try {
            return making.result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EnvironmentException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            leave(making, progress);
        }
    }

    private synchronized Making join(EnvironmentSpec specification, Consumer<String> progress) {
        Making making = running.computeIfAbsent(specification, Making::new);
        making.listeners.add(progress);
        return making;
    }

    private synchronized void leave(Making making, Consumer<String> progress) {
        making.listeners.remove(progress);
        if (making.listeners.isEmpty()) {
            running.remove(making.specification, making);
            making.worker.interrupt();
        }
    }

    private final class Making {
        private final EnvironmentSpec specification;
        private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
        private final CompletableFuture<PythonEnvironment> result = new CompletableFuture<>();
        private final Thread worker;

        Making(EnvironmentSpec specification) {
            this.specification = specification;
            this.worker = Thread.ofVirtual().name("making an environment").start(this::run);
        }

        private void run() {
            try {
                result.complete(maker.make(specification, this::tell));
            } catch (EnvironmentException | InterruptedException | RuntimeException e) {
                result.completeExceptionally(e);
            }
        }

        private void tell(String sentence) {
            listeners.forEach(listener -> listener.accept(sentence));
        }
    }
}
