package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.environment.PythonEnvironment;
import io.github.binnacle.localengine.plan.ExecutionPlan.ContainerRun;
import io.github.binnacle.localengine.supervisor.ProcessEnd;
import io.github.binnacle.localengine.supervisor.ProcessOrder;
import io.github.binnacle.localengine.supervisor.TaskProcesses;
import io.github.binnacle.localengine.supervisor.TaskProcesses.ProcessRefused;
import io.github.binnacle.localengine.supervisor.TaskProcesses.RunningProcess;
import io.github.binnacle.model.run.BlobStore;
import io.github.binnacle.model.run.TaskValues;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs one attempt on a thread of its own: files, process, outputs. */
final class AttemptRun {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final AttemptMeans means;
    private final Start start;
    private @Nullable RunningProcess process;
    private @Nullable Thread thread;
    private boolean isCanceled;

    AttemptRun(AttemptMeans means, Start start) {
        this.means = means;
        this.start = start;
    }

    /**
     * What is to be run.
     *
     * @param identity told the process's identity once it runs
     * @param released told when the process has ended, and its share of the computer is free
     */
    record Start(
            ExecutorTask task,
            AttemptFolder folder,
            String token,
            @Nullable PythonEnvironment environment,
            Consumer<String> identity,
            Runnable released) {}

    /** Runs it to its end. Does not throw: every end is a result. */
    AttemptResult run() {
        List<Runnable> mounted = new ArrayList<>();
        try {
            synchronized (this) {
                thread = Thread.currentThread();
            }
            return attempt(mounted);
        } catch (TaskFailure e) {
            return new AttemptResult.Broken(e, 0);
        } catch (IOException e) {
            return new AttemptResult.Broken(broken(e), 0);
        } catch (InterruptedException e) {
            return new AttemptResult.Canceled();
        } finally {
            mounted.forEach(Runnable::run);
            start.released().run();
        }
    }

    private static TaskFailure broken(IOException e) {
        String detail = e.getMessage() == null ? e.toString() : e.getMessage();
        return TaskFailure.ofAttempt("run.files", Map.of("detail", detail), null);
    }

    private AttemptResult attempt(List<Runnable> mounted)
            throws TaskFailure, IOException, InterruptedException {
        ExecutorTask task = start.task();
        start.folder().create();
        ExecutorInput input =
                ExecutorInput.of(task.work().component(), task.inputs(), start.folder());
        Orders.Prepared prepared = prepared(input);
        if (!(task.plan() instanceof ContainerRun)) {
            mount(prepared.binds(), mounted);
        }
        ProcessEnd end = runProcess(prepared);
        start.released().run();
        if (end.reason() != ProcessEnd.Reason.EXITED) {
            endContainer(prepared);
        }
        if (end.reason() == ProcessEnd.Reason.CANCELED || wasCanceled()) {
            return new AttemptResult.Canceled();
        }
        if (end.reason() != ProcessEnd.Reason.EXITED
                || !Integer.valueOf(0).equals(end.exitCode())) {
            return new AttemptResult.Broken(
                    FailureReader.explain(end, task, start.folder().log()), end.peakBytes());
        }
        TaskValues outputs =
                new OutputReader(task.work().component(), input, start.folder(), means.blobs())
                        .read();
        return new AttemptResult.Done(outputs, end.peakBytes());
    }

    private Orders.Prepared prepared(ExecutorInput input) throws TaskFailure, IOException {
        ExecutorTask task = start.task();
        Map<String, String> variables = new LinkedHashMap<>(means.pods().variables(task));
        List<PodEnvironment.Bind> binds = means.pods().binds(task, start.folder());
        binds.forEach(bind -> variables.put(bind.variable(), bind.folder().toString()));
        return new Orders.Prepared(
                task, input, start.folder(), start.environment(), variables, binds, start.token());
    }

    private void mount(List<PodEnvironment.Bind> binds, List<Runnable> mounted)
            throws TaskFailure, InterruptedException {
        for (PodEnvironment.Bind bind : binds) {
            try {
                mounted.add(means.mounts().show(bind.folder(), Path.of(bind.path())));
            } catch (IOException e) {
                throw TaskFailure.of(
                        "run.mount",
                        Map.of("path", bind.path(), "detail", String.valueOf(e.getMessage())));
            }
        }
    }

    private ProcessEnd runProcess(Orders.Prepared prepared)
            throws TaskFailure, IOException, InterruptedException {
        RunningProcess running = start(means.orders().order(prepared));
        start.identity().accept(running.identity());
        synchronized (this) {
            process = running;
            thread = null;
            if (isCanceled) {
                running.cancel(GRACE);
            }
        }
        return running.await();
    }

    /** A container is a child of its service, not of the command that we ended. */
    private void endContainer(Orders.Prepared prepared)
            throws TaskFailure, IOException, InterruptedException {
        if (prepared.task().plan() instanceof ContainerRun plan) {
            start(means.orders().removal(prepared, plan)).await();
        }
    }

    private RunningProcess start(ProcessOrder order) throws TaskFailure, InterruptedException {
        try {
            return means.processes().start(order);
        } catch (ProcessRefused e) {
            throw TaskFailure.of(
                    "run.process-refused", Map.of("detail", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw TaskFailure.ofAttempt(
                    "run.process-refused", Map.of("detail", String.valueOf(e.getMessage())), null);
        }
    }

    private synchronized boolean wasCanceled() {
        return isCanceled;
    }

    /** Asks the process to stop; one that is still to start does not. */
    synchronized void cancel() {
        isCanceled = true;
        if (process != null) {
            process.cancel(GRACE);
        } else if (thread != null) {
            thread.interrupt();
        }
    }

    /** What attempts of a run are carried out with. */
    record AttemptMeans(
            TaskProcesses processes,
            BlobStore blobs,
            Orders orders,
            PodEnvironment pods,
            HostMounts mounts) {}
}
