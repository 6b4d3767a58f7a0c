package io.github.binnacle.localengine.run;

import java.util.List;
import java.util.Map;

/** Explains why a DAG or loop failed by what failed in it. */
final class InnerFailure {
    private InnerFailure() {}

    static TaskFailure of(List<Work> failed) {
        Work first = failed.getFirst();
        String name =
                first.iteration() >= 0
                        ? first.path().segments().getLast().toString()
                        : first.displayName();
        return TaskFailure.of(
                "run.inner-failed",
                Map.of("task", name, "others", failed.size() - 1, "detail", first.failure()));
    }
}
