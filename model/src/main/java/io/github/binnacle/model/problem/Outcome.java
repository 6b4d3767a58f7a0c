package io.github.binnacle.model.problem;

import java.util.List;

/**
 * Says how something a user asked for went: done, perhaps with warnings, or refused with reasons.
 */
public sealed interface Outcome<T> {

    record Done<T>(T value, List<Problem> warnings) implements Outcome<T> {
        public Done {
            warnings = List.copyOf(warnings);
        }

        public Done(T value) {
            this(value, List.of());
        }
    }

    record Refused<T>(List<Problem> problems) implements Outcome<T> {
        public Refused {
            problems = List.copyOf(problems);
        }

        public Refused(Problem problem) {
            this(List.of(problem));
        }
    }
}
