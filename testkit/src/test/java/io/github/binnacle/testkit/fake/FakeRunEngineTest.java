package io.github.binnacle.testkit.fake;

import static io.github.binnacle.testkit.fake.SampleRuns.id;
import static io.github.binnacle.testkit.fake.SampleRuns.newRun;
import static io.github.binnacle.testkit.fake.SampleRuns.root;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunRequest;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FakeRunEngineTest {
    private static final RunId RUN = id(1);
    private static final RunRequest REQUEST =
            new RunRequest(
                    SampleRuns.DOCUMENT, "", "", "", Map.of(), RunRequest.RunOptions.DEFAULT);

    private final FakeRunEngine engine = new FakeRunEngine();

    @Test
    void playsItsScriptStepByStep() {
        var states = new ArrayList<RunState>();
        engine.script(snapshots().getFirst(), snapshots().getLast());

        var outcome = engine.submit(REQUEST);
        engine.follow(RUN).subscribe(snapshot -> states.add(snapshot.run().state()));
        var wasThere = engine.step(RUN);

        assertThat(outcome).isEqualTo(new Outcome.Done<>(RUN));
        assertThat(wasThere).isTrue();
        assertThat(engine.step(RUN)).isFalse();
        assertThat(states).containsExactly(RunState.PENDING, RunState.RUNNING);
        assertThat(engine.runs().current()).hasSize(1);
        assertThat(engine.requests()).containsExactly(REQUEST);
    }

    @Test
    void refusesWithTheProblemsItWasGiven() {
        var problem = new Problem("run.untrusted", Severity.ERROR, null, null, Map.of());
        engine.refuse(problem);

        assertThat(engine.submit(REQUEST)).isEqualTo(new Outcome.Refused<>(problem));
        assertThat(engine.cancel(RUN)).isEqualTo(new Outcome.Refused<>(problem));
    }

    @Test
    void notesWhatItIsAskedFor() {
        engine.show(snapshots().getFirst());

        engine.cancel(RUN);
        engine.delete(RUN);

        assertThat(engine.calls()).containsExactly("cancel " + RUN, "delete " + RUN);
        assertThat(engine.runs().current()).isEmpty();
    }

    private static List<RunSnapshot> snapshots() {
        var ledger = new FakeRunLedger();
        ledger.createRun(newRun(RUN));
        var pending = ledger.snapshot(RUN).orElseThrow();
        ledger.setRunState(RUN, RunState.RUNNING, SampleRuns.START, "");
        ledger.startTask(RUN, root(1));
        return List.of(pending, ledger.snapshot(RUN).orElseThrow());
    }
}
