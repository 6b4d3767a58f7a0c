package io.github.binnacle.localengine.run;

import io.github.binnacle.model.problem.ProblemText;
import io.github.binnacle.model.run.TaskState.Explanation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A task cannot go on; the explanation says what happened, where, and what to do. */
final class TaskFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Explanation explanation;
    private final boolean isWorthRetrying;

    private TaskFailure(Explanation explanation, boolean isWorthRetrying) {
        super(explanation.sentence());
        this.explanation = explanation;
        this.isWorthRetrying = isWorthRetrying;
    }

    /** Makes a failure that another attempt would meet as well. */
    static TaskFailure of(String code, Map<String, Object> arguments) {
        return new TaskFailure(explanation(code, arguments, null), false);
    }

    /** Makes the failure of one attempt. */
    static TaskFailure ofAttempt(
            String code, Map<String, Object> arguments, @Nullable Integer exitCode) {
        return new TaskFailure(explanation(code, arguments, exitCode), true);
    }

    static Explanation explanation(
            String code, Map<String, Object> arguments, @Nullable Integer exitCode) {
        return new Explanation(code, ProblemText.of(code, arguments), exitCode);
    }

    Explanation explanation() {
        return explanation;
    }

    boolean isWorthRetrying() {
        return isWorthRetrying;
    }
}
