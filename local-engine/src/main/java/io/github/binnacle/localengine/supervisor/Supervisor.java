package io.github.binnacle.localengine.supervisor;

import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.value.Value;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One supervisor process and the conversation with it.
 *
 * <p>Its standard input is its lifeline: when this process ends, however, so do it and everything
 * it has started.
 */
final class Supervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final long READY_SECONDS = 60;
    private static final long END_SECONDS = 10;
    private static final AtomicLong IDS = new AtomicLong();

    private final Process process;
    private final BufferedWriter commands;
    private final ReentrantLock writing = new ReentrantLock();
    private final Map<String, SupervisedAttempt> attempts = new ConcurrentHashMap<>();
    private final Queue<CompletableFuture<Void>> sweeps = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Value.Struct> ready = new CompletableFuture<>();
    private volatile boolean isGone;

    private Supervisor(Process process) {
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param sources folder of our Python files
     * @param log what it says on standard error is appended there
     */
    static Supervisor start(Path python, Path sources, Path log)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                python.toString(),
                                "-I",
                                "-u",
                                sources.resolve("supervisor.py").toString()));
        builder.environment().keySet().retainAll(ChildEnvironment.ofUser().keySet());
        builder.directory(sources.toFile());
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Supervisor supervisor = new Supervisor(builder.start());
        Thread listener = new Thread(supervisor::listen, "supervisor events");
        listener.setDaemon(true);
        listener.start();
        supervisor.awaitReady(log);
        return supervisor;
    }

    boolean isAlive() {
        return !isGone;
    }

    /** What it said about itself and this computer. */
    Value.Struct ready() {
        return ready.join();
    }

    /** Passes an order on; the attempt hears what becomes of it. */
    SupervisedAttempt order(ProcessOrder order) {
        SupervisedAttempt attempt = new SupervisedAttempt(this, "a" + IDS.incrementAndGet());
        attempts.put(attempt.id(), attempt);
        send(SupervisorProtocol.start(attempt.id(), order));
        if (isGone) {
            loseAll();
        }
        return attempt;
    }

    /** Sends a sweep; the result completes once it is done. */
    CompletableFuture<Void> sweep(Value.Struct command) {
        CompletableFuture<Void> swept = new CompletableFuture<>();
        writing.lock();
        try {
            sweeps.add(swept);
            send(command);
        } finally {
            writing.unlock();
        }
        if (isGone) {
            loseAll();
        }
        return swept;
    }

    /** Sends a command. If nobody reads any more, the listener sees it too, and says so. */
    void send(Value.Struct command) {
        String line = JsonText.compact(command);
        writing.lock();
        try {
            commands.write(line);
            commands.write('\n');
            commands.flush();
        } catch (IOException e) {
            LOG.debug("The supervisor takes no commands any more", e);
        } finally {
            writing.unlock();
        }
    }

    /** Ends it with everything it has started; returns when nothing is left. */
    @Override
    public void close() {
        try {
            commands.close();
        } catch (IOException e) {
            LOG.debug("The supervisor had gone already", e);
        }
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The supervisor did not end in {} s and is killed", END_SECONDS);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        try {
            ready.get(READY_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IOException(
                    "The process that supervises tasks did not start. Its reason is in " + log, e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private void listen() {
        try (BufferedReader events = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                if (JsonReader.parse(line) instanceof Value.Struct event) {
                    hear(event);
                }
            }
        } catch (IOException e) {
            LOG.warn("The supervisor's events cannot be read any more", e);
            process.destroyForcibly();
        } finally {
            isGone = true;
            loseAll();
        }
    }

    private void hear(Value.Struct event) {
        String id = SupervisorProtocol.text(event, "id");
        switch (SupervisorProtocol.text(event, "event")) {
            case "ready" -> ready.complete(event);
            case "started" -> hearStarted(id, event);
            case "ended" -> hearEnded(id, event);
            case "refused" -> hearRefused(id, SupervisorProtocol.text(event, "error"));
            case "swept" -> hearSwept();
            default -> LOG.debug("Supervisor: {}", event);
        }
    }

    private void hearStarted(String id, Value.Struct event) {
        SupervisedAttempt attempt = attempts.get(id);
        if (attempt != null) {
            attempt.started(SupervisorProtocol.identity(event));
        }
    }

    private void hearEnded(String id, Value.Struct event) {
        SupervisedAttempt attempt = attempts.remove(id);
        if (attempt != null) {
            attempt.ended(SupervisorProtocol.end(event));
        }
    }

    private void hearRefused(String id, String sentence) {
        SupervisedAttempt attempt = attempts.remove(id);
        if (attempt != null) {
            attempt.refused(sentence);
        } else {
            LOG.warn("The supervisor refused a command: {}", sentence);
        }
    }

    private void hearSwept() {
        CompletableFuture<Void> swept = sweeps.poll();
        if (swept != null) {
            swept.complete(null);
        }
    }

    private void loseAll() {
        IOException gone =
                new IOException(
                        "The process that supervises tasks has ended, and what it had started with"
                                + " it. Start the task again; a new supervisor is started for it.");
        ready.completeExceptionally(gone);
        attempts.values().forEach(attempt -> attempt.lost(gone));
        attempts.clear();
        for (CompletableFuture<Void> sweep; (sweep = sweeps.poll()) != null; ) {
            sweep.completeExceptionally(gone);
        }
    }
}
