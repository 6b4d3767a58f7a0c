package io.github.binnacle.localengine.run;

import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A process that runs one pipeline, or goes on with it, and may be killed at any instant. */
public final class KilledEngine {
    private static final int BRANCHES = 8;
    private static final int LENGTH = 5;

    private KilledEngine() {}

    /** Runs in the home folder that is given. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        try (RealEngine engine = new RealEngine(home, 8, FakeComponents.plans())) {
            engine.ledger.interruptRunning(Instant.now());
            List<Run> runs = engine.ledger.runs(1);
            Outcome<RunId> outcome =
                    runs.isEmpty()
                            ? engine.submit(pipeline(home), Map.of())
                            : engine.engine.resume(runs.getFirst().id());
            if (outcome instanceof Outcome.Done<RunId>(RunId run, var _)) {
                engine.await(run, Duration.ofSeconds(60));
            }
        }
    }

    /** Every task appends a line of its own to a file outside the record. */
    private static String pipeline(Path home) {
        StringBuilder tasks = new StringBuilder();
        for (int branch = 0; branch < BRANCHES; branch++) {
            for (int place = 0; place < LENGTH; place++) {
                String name = "t%d-%d".formatted(branch, place);
                String before =
                        place == 0 ? "" : ", dependentTasks: [t%d-%d]".formatted(branch, place - 1);
                tasks.append(
                        "    %s: {componentRef: {name: comp-work}%s, inputs: {parameters: {name: {runtimeValue: {constant: %s}}}}}\n"
                                .formatted(name, before, name));
            }
        }
        String script = "echo $0 >> %s; sleep 0.02; echo $0 > $1; echo $0 > $2";
        return Ir.pipeline(
                "work(name: STRING) -> out: STRING, file: @Dataset # image: host, command: [sh, -c,"
                        + " '%s'], args: [\"{{$.inputs.parameters['name']}}\","
                                .formatted(script.formatted(home.resolve("effects.txt")))
                        + " \"{{$.outputs.parameters['out'].output_file}}\","
                        + " \"{{$.outputs.artifacts['file'].path}}\"]",
                "dag:\n  tasks:\n" + tasks);
    }
}
