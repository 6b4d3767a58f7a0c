package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.environment.EnvironmentSpec;
import io.github.binnacle.localengine.environment.Environments;
import io.github.binnacle.localengine.environment.Environments.EnvironmentException;
import io.github.binnacle.localengine.environment.PythonEnvironment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gets the environments of a run, each once. Only the run's own thread touches it. */
final class EnvironmentShelf {
    private final Environments environments;
    private final RunThread thread;
    private final Map<EnvironmentSpec, PythonEnvironment> ready = new HashMap<>();
    private final Map<EnvironmentSpec, List<Waiter>> waiting = new HashMap<>();
    private final List<Thread> making = new ArrayList<>();

    EnvironmentShelf(Environments environments, RunThread thread) {
        this.environments = environments;
        this.thread = thread;
    }

    /** Waits for an environment. */
    interface Waiter {
        void ready(PythonEnvironment environment);

        /** Told short sentences while the environment is made. */
        void progress(String sentence);

        void failed(String message);
    }

    Optional<PythonEnvironment> find(EnvironmentSpec specification) {
        return Optional.ofNullable(ready.get(specification));
    }

    /** Has an environment made, or waits for one that is being made. */
    void require(EnvironmentSpec specification, Waiter waiter) {
        List<Waiter> waiters = waiting.get(specification);
        if (waiters != null) {
            waiters.add(waiter);
            return;
        }
        waiting.put(specification, new ArrayList<>(List.of(waiter)));
        making.add(thread.elsewhere("environment", () -> make(specification)));
    }

    private void make(EnvironmentSpec specification) {
        try {
            PythonEnvironment made =
                    environments.require(
                            specification,
                            sentence ->
                                    thread.post(() ->
                                            waiters(specification)
                                                    .forEach(waiter -> waiter.progress(sentence))));
            thread.post(() -> made(specification, made));
        } catch (EnvironmentException e) {
            String message = String.valueOf(e.getMessage());
            thread.post(() -> take(specification).forEach(waiter -> waiter.failed(message)));
        } catch (InterruptedException e) {
            thread.post(() -> take(specification));
        }
    }

    private void made(EnvironmentSpec specification, PythonEnvironment environment) {
        ready.put(specification, environment);
        take(specification).forEach(waiter -> waiter.ready(environment));
    }

    private List<Waiter> waiters(EnvironmentSpec specification) {
        return waiting.getOrDefault(specification, List.of());
    }

    private List<Waiter> take(EnvironmentSpec specification) {
        List<Waiter> waiters = waiting.remove(specification);
        return waiters == null ? List.of() : waiters;
    }

    /** Gives up what is being made. */
    void cancel() {
        making.forEach(Thread::interrupt);
    }
}
