package io.github.binnacle.localengine.supervisor;

import io.github.binnacle.localengine.supervisor.ProcessOrder.Command;
import io.github.binnacle.localengine.supervisor.ProcessOrder.Limits;
import io.github.binnacle.localengine.supervisor.ProcessOrder.PythonTask;
import io.github.binnacle.model.value.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The supervisor's commands and events (see {@code supervisor.py}) as values. */
final class SupervisorProtocol {
    private SupervisorProtocol() {}

    static Value.Struct start(String id, ProcessOrder order) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("cmd", Value.of(order instanceof PythonTask ? "python_task" : "start"));
        fields.put("id", Value.of(id));
        fields.put("token", Value.of(order.token()));
        fields.put("cwd", path(order.folder()));
        fields.put("stdout", path(order.log()));
        fields.put("stderr", path(order.log()));
        putLimits(fields, order.limits());
        switch (order) {
            case Command command -> putCommand(fields, command);
            case PythonTask task -> putTask(fields, task);
        }
        return Value.of(fields);
    }

    static Value.Struct cancel(String id, Duration grace) {
        return command("cancel").with("id", Value.of(id)).with("grace", seconds(grace));
    }

    static Value.Struct sweep(Collection<String> tokens) {
        return command("sweep").with("tokens", Value.of(tokens.stream().map(Value::of).toList()));
    }

    static Value.Struct warm(String workerKey, Path python, Map<String, String> environment) {
        return command("warm")
                .with("worker", Value.of(workerKey))
                .with("python", path(python))
                .with("base_env", texts(environment));
    }

    static Value.Struct stopWorker(String workerKey) {
        return command("stop_worker").with("worker", Value.of(workerKey));
    }

    static String identity(Value.Struct started) {
        return String.join(
                "/",
                number(started, "pid").toBigInteger().toString(),
                text(started, "start_time"),
                text(started, "boot_id"));
    }

    static ProcessEnd end(Value.Struct ended) {
        return new ProcessEnd(
                reason(text(ended, "reason")),
                integer(ended, "exit"),
                integer(ended, "signal"),
                duration(ended, "wall"),
                duration(ended, "cpu"),
                number(ended, "peak_rss").longValue());
    }

    static String text(Value.Struct message, String name) {
        return message.field(name).orElse(Value.NULL) instanceof Value.Text(String text)
                ? text
                : "";
    }

    private static ProcessEnd.Reason reason(String word) {
        return switch (word) {
            case "exited" -> ProcessEnd.Reason.EXITED;
            case "timeout" -> ProcessEnd.Reason.TIMEOUT;
            case "cancelled" -> ProcessEnd.Reason.CANCELED;
            case "memory" -> ProcessEnd.Reason.MEMORY;
            default -> ProcessEnd.Reason.LOST;
        };
    }

    private static void putLimits(Map<String, Value> fields, Limits limits) {
        Duration timeout = limits.timeout();
        fields.put("timeout", timeout == null ? Value.NULL : seconds(timeout));
        fields.put("grace", seconds(limits.grace()));
        fields.put(
                "memory_limit",
                limits.memoryBytes() > 0 ? Value.of(limits.memoryBytes()) : Value.NULL);
    }

    private static void putCommand(Map<String, Value> fields, Command command) {
        fields.put("argv", Value.of(command.argv().stream().map(Value::of).toList()));
        fields.put("env", texts(command.environment()));
    }

    private static void putTask(Map<String, Value> fields, PythonTask task) {
        fields.put("worker", Value.of(task.workerKey()));
        fields.put("python", path(task.python()));
        fields.put("base_env", texts(task.workerEnvironment()));
        fields.put("env", texts(task.environment()));
        fields.put("module", path(task.module()));
        fields.put("function", Value.of(task.function()));
        fields.put("executor_input", path(task.executorInput()));
        List<Value> prefix = task.importPath().stream().map(SupervisorProtocol::path).toList();
        fields.put("path_prefix", Value.of(prefix));
    }

    private static Value.Struct command(String name) {
        return Value.Struct.EMPTY.with("cmd", Value.of(name));
    }

    private static Value path(Path path) {
        return Value.of(path.toString());
    }

    private static Value seconds(Duration duration) {
        return new Value.Num(BigDecimal.valueOf(duration.toMillis(), 3));
    }

    private static Value texts(Map<String, String> texts) {
        Map<String, Value> fields = new LinkedHashMap<>();
        texts.forEach((name, text) -> fields.put(name, Value.of(text)));
        return Value.of(fields);
    }

    static BigDecimal number(Value.Struct message, String name) {
        return message.field(name).orElse(Value.NULL) instanceof Value.Num(BigDecimal number)
                ? number
                : BigDecimal.ZERO;
    }

    private static @Nullable Integer integer(Value.Struct message, String name) {
        return message.field(name).orElse(Value.NULL) instanceof Value.Num(BigDecimal number)
                ? number.intValue()
                : null;
    }

    private static Duration duration(Value.Struct message, String name) {
        return Duration.ofNanos(number(message, name).movePointRight(9).longValue());
    }
}
