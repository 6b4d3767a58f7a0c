package io.github.binnacle.localengine.supervisor;

import io.github.binnacle.localengine.file.PrivateFolder;
import io.github.binnacle.localengine.supervisor.ProcessOrder.PythonTask;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Starts and ends processes through a supervisor written in Python.
 *
 * <p>The supervisor is started for the first order, and again for the next one should it ever end
 * by itself. It ends with this process at the latest.
 */
public final class SupervisedProcesses implements TaskProcesses, AutoCloseable {
    private final Interpreter interpreter;
    private final Path runtime;
    private final Path log;
    private final RecentWorkers workers = new RecentWorkers();
    private @Nullable Supervisor current;
    private boolean isClosed;

    /**
     * @param interpreter runs the supervisor
     * @param runtime folder for our Python files
     * @param log file that the supervisor's own complaints are appended to
     */
    public SupervisedProcesses(Interpreter interpreter, Path runtime, Path log) {
        this.interpreter = interpreter;
        this.runtime = runtime.toAbsolutePath();
        this.log = log.toAbsolutePath();
    }

    /** Finds the Python that runs the supervisor, 3.9 or newer. */
    @FunctionalInterface
    public interface Interpreter {
        /**
         * @throws IOException if there is none; the message is for users
         */
        Path find() throws IOException, InterruptedException;
    }

    @Override
    public RunningProcess start(ProcessOrder order)
            throws IOException, ProcessRefused, InterruptedException {
        Supervisor supervisor = supervisor();
        if (order instanceof PythonTask task) {
            useWorker(supervisor, task.workerKey());
        }
        SupervisedAttempt attempt = supervisor.order(order);
        try {
            attempt.awaitStart();
            return attempt;
        } catch (InterruptedException e) {
            attempt.cancel(Duration.ZERO);
            throw e;
        }
    }

    @Override
    public void sweep(Collection<String> tokens) throws IOException, InterruptedException {
        if (tokens.isEmpty()) {
            return;
        }
        try {
            supervisor().sweep(SupervisorProtocol.sweep(tokens)).get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    @Override
    public void warm(String workerKey, Path python, Map<String, String> environment)
            throws IOException, InterruptedException {
        Supervisor supervisor = supervisor();
        useWorker(supervisor, workerKey);
        supervisor.send(SupervisorProtocol.warm(workerKey, python, environment));
    }

    /** Returns what this computer has for tasks; starts the supervisor if it must. */
    public MachineFacts machine() throws IOException, InterruptedException {
        return Machine.facts(supervisor().ready());
    }

    /** Ends everything that runs, and the supervisor. */
    @Override
    public synchronized void close() {
        isClosed = true;
        if (current != null) {
            current.close();
        }
    }

    private void useWorker(Supervisor supervisor, String key) {
        workers.use(key)
                .ifPresent(oldest -> supervisor.send(SupervisorProtocol.stopWorker(oldest)));
    }

    private synchronized Supervisor supervisor() throws IOException, InterruptedException {
        if (isClosed) {
            throw new IOException("The engine is stopping and starts nothing any more.");
        }
        Supervisor supervisor = current;
        if (supervisor == null || !supervisor.isAlive()) {
            supervisor = startSupervisor();
            current = supervisor;
        }
        return supervisor;
    }

    private Supervisor startSupervisor() throws IOException, InterruptedException {
        Path sources = PythonSources.extract(runtime);
        if (log.getParent() != null) {
            PrivateFolder.create(log.getParent());
        }
        return Supervisor.start(interpreter.find(), sources, log);
    }
}
