package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.document.SourceRange;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Collects what the rules find. */
final class Findings {
    /** More of one severity help nobody. */
    private static final int ENOUGH = 300;

    private final PipelineDocument document;
    private final Map<Severity, List<Problem>> found =
            Map.of(
                    Severity.ERROR, new ArrayList<>(),
                    Severity.WARNING, new ArrayList<>(),
                    Severity.NOTE, new ArrayList<>());

    private int suggestions;

    Findings(PipelineDocument document) {
        this.document = document;
    }

    /**
     * Returns the word that a wrong one was meant to be, or {@link Suggestion#NONE}; after a while
     * no more guesses are made, as they take time.
     */
    String suggestion(String wrong, Collection<String> words) {
        return suggestions++ < ENOUGH ? Suggestion.among(wrong, words) : Suggestion.NONE;
    }

    void error(String code, Place place, Map<String, Object> arguments) {
        add(code, Severity.ERROR, place, arguments);
    }

    void warning(String code, Place place, Map<String, Object> arguments) {
        add(code, Severity.WARNING, place, arguments);
    }

    void note(String code, Place place, Map<String, Object> arguments) {
        add(code, Severity.NOTE, place, arguments);
    }

    private void add(String code, Severity severity, Place place, Map<String, Object> arguments) {
        if (mayTake(severity)) {
            SourceRange range = document.nearestRange(place.part(), place.keys());
            add(new Problem(code, severity, place.where(), range, arguments));
        }
    }

    void add(Problem problem) {
        if (mayTake(problem.severity())) {
            found.getOrDefault(problem.severity(), List.of()).add(problem);
        }
    }

    private boolean mayTake(Severity severity) {
        return found.getOrDefault(severity, List.of()).size() < ENOUGH;
    }

    List<Problem> sorted() {
        List<Problem> sorted = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            found.getOrDefault(severity, List.of()).stream()
                    .distinct()
                    .sorted(Comparator.comparingInt(Findings::start))
                    .forEach(sorted::add);
        }
        return List.copyOf(sorted);
    }

    private static int start(Problem problem) {
        return problem.range() == null ? 0 : problem.range().start();
    }
}
