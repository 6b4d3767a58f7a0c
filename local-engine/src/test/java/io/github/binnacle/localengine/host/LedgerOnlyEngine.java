package io.github.binnacle.localengine.host;

import io.github.binnacle.model.live.Live;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunEngine;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunLedger;
import io.github.binnacle.model.run.RunRequest;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskValues;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An engine without tasks: a run named "long" goes on until it is canceled, one named "refused" is
 * refused, one named "broken" fails inside, every other ends at once.
 */
final class LedgerOnlyEngine implements RunEngine {
    private final RunLedger ledger;

    LedgerOnlyEngine(RunLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Outcome<RunId> submit(RunRequest request) {
        return switch (request.displayName()) {
            case "refused" -> refused();
            case "broken" -> throw new IllegalStateException("broken inside");
            default -> started(request);
        };
    }

    private static Outcome<RunId> refused() {
        return new Outcome.Refused<>(
                new Problem("engine.failed", Severity.ERROR, null, null, Map.of("detail", "no")));
    }

    private Outcome<RunId> started(RunRequest request) {
        RunId id = new RunId(UUID.randomUUID().toString());
        ledger.createRun(new RunLedger.NewRun(run(id, request), request.documentText()));
        ledger.setRunState(id, RunState.RUNNING, Instant.now(), "");
        if (!request.displayName().equals("long")) {
            end(id, RunState.SUCCEEDED);
        }
        return new Outcome.Done<>(id);
    }

    private static Run run(RunId id, RunRequest request) {
        return new Run(
                id,
                0,
                request.displayName(),
                "pipeline",
                RunState.PENDING,
                Instant.now(),
                null,
                null,
                request.documentPath(),
                request.project(),
                "",
                request.parameters(),
                TaskValues.EMPTY,
                "");
    }

    private Outcome<RunId> end(RunId run, RunState state) {
        ledger.finishRun(run, state, TaskValues.EMPTY, Instant.now(), "");
        return new Outcome.Done<>(run);
    }

    @Override
    public Outcome<RunId> cancel(RunId run) {
        return end(run, RunState.CANCELED);
    }

    @Override
    public Outcome<RunId> resume(RunId run) {
        ledger.setRunState(run, RunState.RUNNING, Instant.now(), "");
        return end(run, RunState.SUCCEEDED);
    }

    @Override
    public Outcome<RunId> delete(RunId run) {
        ledger.delete(run);
        return new Outcome.Done<>(run);
    }

    @Override
    public Live<RunSnapshot> follow(RunId run) {
        throw new UnsupportedOperationException("clients follow in the ledger");
    }

    @Override
    public Live<List<Run>> runs() {
        throw new UnsupportedOperationException("clients follow in the ledger");
    }
}
