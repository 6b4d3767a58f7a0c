package io.github.binnacle.localengine.host;

import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import java.util.Map;

/** No engine host can be talked to; carries the problem for users. */
final class HostUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    HostUnavailable(String code, Map<String, Object> arguments) {
        super(code + " " + arguments);
        problem = new Problem(code, Severity.ERROR, null, null, arguments);
    }

    Problem problem() {
        return problem;
    }
}
