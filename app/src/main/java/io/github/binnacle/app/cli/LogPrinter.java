package io.github.binnacle.app.cli;

import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.LogSource;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskSnapshot;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints logs of steps as far as they go; asked again, it prints what came since. */
final class LogPrinter {
    private static final int STRETCH = 1 << 16;

    private final Console console;
    private final LogSource logs;
    private final RunId run;
    private final Map<Place, Long> printed = new HashMap<>();
    private @Nullable Place last;

    LogPrinter(Console console, LogSource logs, RunId run) {
        this.console = console;
        this.logs = logs;
        this.run = run;
    }

    private record Place(TaskPath task, int attempt) {}

    /**
     * Prints what is new in the logs of these steps.
     *
     * @param attempt number of the attempt to print; 0 for all
     */
    void print(List<TaskSnapshot> steps, int attempt) throws IOException {
        boolean isOnly = steps.size() == 1;
        for (TaskSnapshot step : steps) {
            for (Attempt tried : step.attempts()) {
                if (attempt == 0 || attempt == tried.number()) {
                    boolean isAlone = isOnly && step.attempts().size() == 1;
                    print(
                            new Place(step.path(), tried.number()),
                            isAlone || attempt != 0 && isOnly);
                }
            }
        }
        console.out().flush();
    }

    private void print(Place place, boolean isAlone) throws IOException {
        long from = printed.getOrDefault(place, 0L);
        while (from < logs.size(run, place.task(), place.attempt())) {
            LogSource.Stretch stretch =
                    logs.read(run, place.task(), place.attempt(), from, STRETCH);
            if (stretch.nextByte() == from) {
                return;
            }
            if (!isAlone && !place.equals(last)) {
                console.print(heading(place));
            }
            last = place;
            console.out().print(stretch.text());
            from = stretch.nextByte();
            printed.put(place, from);
        }
    }

    private String heading(Place place) {
        String attempt = place.attempt() > 1 ? " (attempt " + place.attempt() + ")" : "";
        return Style.BOLD.on(console, "==> " + place.task() + attempt + " <==");
    }
}
