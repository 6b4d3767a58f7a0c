package io.github.binnacle.model.run;

import io.github.binnacle.model.live.Live;
import io.github.binnacle.model.problem.Outcome;
import java.util.List;

/** Runs pipelines at one place. Calls may block on the engine and belong in jobs. */
public interface RunEngine {
    /** Checks everything that can be known before, records the run and starts it. */
    Outcome<RunId> submit(RunRequest request);

    /** Asks the run to stop; its task processes end within their grace period. */
    Outcome<RunId> cancel(RunId run);

    /** Continues an interrupted, failed or canceled run; completed tasks do not run again. */
    Outcome<RunId> resume(RunId run);

    /** Removes a finished run with its files, keeping artifacts that other runs use. */
    Outcome<RunId> delete(RunId run);

    /** Follows one run; closes nothing when nobody follows. */
    Live<RunSnapshot> follow(RunId run);

    /** Follows the list of runs, newest first. */
    Live<List<Run>> runs();
}
