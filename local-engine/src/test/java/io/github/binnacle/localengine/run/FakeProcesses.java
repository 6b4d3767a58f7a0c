package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.supervisor.ProcessEnd;
import io.github.binnacle.localengine.supervisor.ProcessEnd.Reason;
import io.github.binnacle.localengine.supervisor.ProcessOrder;
import io.github.binnacle.localengine.supervisor.ProcessOrder.Command;
import io.github.binnacle.localengine.supervisor.ProcessOrder.PythonTask;
import io.github.binnacle.localengine.supervisor.TaskProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs a function of the test in place of each process. */
final class FakeProcesses implements TaskProcesses {
    final List<ProcessOrder> orders = new CopyOnWriteArrayList<>();
    final List<String> swept = new CopyOnWriteArrayList<>();
    final AtomicInteger running = new AtomicInteger();
    final AtomicInteger mostRunning = new AtomicInteger();
    private final Map<String, Component> components = new ConcurrentHashMap<>();

    /** What a component does. */
    @FunctionalInterface
    interface Component {
        /** Does it, and returns how the process ends; waits when told to be canceled. */
        ProcessEnd run(FakeTask task) throws Exception;
    }

    /** Sets what the components of an executor do. */
    void on(String label, Component component) {
        components.put(label, component);
    }

    static ProcessEnd exit(int code) {
        return end(Reason.EXITED, code);
    }

    static ProcessEnd end(Reason reason, int code) {
        return new ProcessEnd(
                reason,
                reason == Reason.EXITED ? code : null,
                null,
                Duration.ofSeconds(7),
                Duration.ZERO,
                4096);
    }

    @Override
    public RunningProcess start(ProcessOrder order) throws IOException {
        orders.add(order);
        Files.createFile(order.log());
        CompletableFuture<ProcessEnd> end = new CompletableFuture<>();
        FakeTask task = FakeTask.of(order, end);
        String label =
                switch (order) {
                    case PythonTask python -> python.function();
                    case Command command -> command.argv().getFirst();
                };
        Component component = components.getOrDefault(label, FakeTask::succeed);
        mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
        Thread.ofVirtual()
                .start(() -> {
                    ProcessEnd result = run(component, task, order);
                    running.decrementAndGet();
                    end.complete(result);
                });
        return new FakeProcess(order.token(), end);
    }

    private static ProcessEnd run(Component component, FakeTask task, ProcessOrder order) {
        try {
            return component.run(task);
        } catch (Exception e) {
            try {
                Files.writeString(order.log(), e + "\n", StandardOpenOption.APPEND);
            } catch (IOException unwritten) {
                return exit(2);
            }
            return exit(1);
        }
    }

    @Override
    public void sweep(Collection<String> tokens) {
        swept.addAll(tokens);
    }

    private record FakeProcess(String token, CompletableFuture<ProcessEnd> end)
            implements RunningProcess {
        @Override
        public String identity() {
            return "1/" + token + "/boot";
        }

        @Override
        public ProcessEnd await() throws InterruptedException {
            try {
                return end.get();
            } catch (ExecutionException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void cancel(Duration grace) {
            end.complete(FakeProcesses.end(Reason.CANCELED, 0));
        }
    }
}
