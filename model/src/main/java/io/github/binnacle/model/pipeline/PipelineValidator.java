package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.problem.Problem;
import java.util.List;

/**
 * Finds what is wrong with a pipeline that could be read.
 *
 * <p>Errors are what no back end can run, warnings what is probably meant otherwise, notes what a
 * user may want to know: unused parts, and what today's clusters do wrong with a sound document.
 * Takes time in proportion to the document.
 */
public final class PipelineValidator {
    private static final List<DagRule> DAG_RULES =
            List.of(
                    new ReferenceRule(),
                    new InputRule(),
                    new TypeRule(),
                    new OutputRule(),
                    new CycleRule(),
                    new ConditionRule(),
                    new IteratorRule(),
                    new TaskRule(),
                    new ClusterRule());
    private static final List<SpecRule> SPEC_RULES =
            List.of(
                    new HeaderRule(),
                    new ComponentRule(),
                    new RecursionRule(),
                    new PlaceholderRule(),
                    new PlatformRule(),
                    new UnusedRule());

    private PipelineValidator() {}

    /** Returns the problems of a document, errors first, each kind in the order of the file. */
    public static List<Problem> validate(PipelineDocument document) {
        Findings findings = new Findings(document);
        SpecScope scope = SpecScope.of(document);
        SPEC_RULES.forEach(rule -> rule.check(scope, findings));
        for (DagScope dag : scope.dags()) {
            DAG_RULES.forEach(rule -> rule.check(dag, findings));
        }
        new UnknownFields(findings).check(document);
        return findings.sorted();
    }

    /** Checks one DAG. */
    interface DagRule {
        void check(DagScope dag, Findings findings);
    }

    /** Checks what concerns the whole document. */
    interface SpecRule {
        void check(SpecScope scope, Findings findings);
    }
}
