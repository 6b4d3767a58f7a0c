package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.plan.ExecutionPlan;
import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineValidator;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.run.RunRequest;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.model.workplace.ProjectSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks everything about a run that can be known before it starts. */
final class RunPreparation {
    private final RunChecks checks;
    private final Preflight preflight;

    RunPreparation(RunChecks checks, RunEquipment equipment) {
        this.checks = checks;
        this.preflight = new Preflight(equipment.stores().secrets(), equipment.means().capacity());
    }

    /**
     * A run that can start.
     *
     * @param parameters of the run, defaults included
     */
    record Prepared(RunBlueprint blueprint, Map<String, Value> parameters) {}

    /** Prepares a run that a user asks for; its document must be trusted. */
    Outcome<Prepared> prepare(RunRequest request) {
        Path path = Path.of(request.documentPath().isEmpty() ? "/" : request.documentPath());
        boolean isTrusted =
                request.options().trustOnce()
                        || checks.trust().isTrusted(path, request.documentText());
        return isTrusted
                ? prepareTrusted(request)
                : new Outcome.Refused<>(
                        new Problem(
                                "run.untrusted",
                                Severity.ERROR,
                                address(request),
                                null,
                                Map.of("path", address(request).path())));
    }

    /** Prepares a run whose document has been trusted before. */
    Outcome<Prepared> prepareTrusted(RunRequest request) {
        return switch (PipelineDocument.parse(address(request), request.documentText())) {
            case Outcome.Refused(List<Problem> problems) -> new Outcome.Refused<>(problems);
            case Outcome.Done(PipelineDocument document, List<Problem> warnings) ->
                    check(document, request, warnings);
        };
    }

    private static Address.DocumentAddress address(RunRequest request) {
        String path = request.documentPath();
        return new Address.DocumentAddress(path.isEmpty() ? "<pipeline>" : path);
    }

    /** Names everything that stands in the way at once: parameters, images, means. */
    private Outcome<Prepared> check(
            PipelineDocument document, RunRequest request, List<Problem> warnings) {
        List<Problem> faults = faults(document);
        if (!faults.isEmpty()) {
            return new Outcome.Refused<>(faults);
        }
        RunParameters.Checked parameters = RunParameters.check(document, request.parameters());
        Outcome<Prepared> planned = plan(document, request, parameters.values(), warnings);
        if (parameters.problems().isEmpty()) {
            return planned;
        }
        List<Problem> problems = new ArrayList<>(parameters.problems());
        if (planned instanceof Outcome.Refused<Prepared>(List<Problem> others)) {
            problems.addAll(others);
        }
        return new Outcome.Refused<>(problems);
    }

    private static List<Problem> faults(PipelineDocument document) {
        List<Problem> faults = new ArrayList<>(errors(PipelineValidator.validate(document)));
        if (document.spec().root().dag().isEmpty()) {
            faults.add(
                    new Problem(
                            "run.root-no-dag", Severity.ERROR, document.address(), null, Map.of()));
        }
        return faults;
    }

    private static List<Problem> errors(List<Problem> problems) {
        return problems.stream().filter(problem -> problem.severity() == Severity.ERROR).toList();
    }

    private Outcome<Prepared> plan(
            PipelineDocument document,
            RunRequest request,
            Map<String, Value> parameters,
            List<Problem> warnings) {
        Path project = Path.of(request.project());
        Outcome<ProjectSettings> settings =
                request.project().isEmpty()
                        ? new Outcome.Done<>(ProjectSettings.EMPTY)
                        : checks.projects().read(project);
        return switch (settings) {
            case Outcome.Refused(List<Problem> problems) -> new Outcome.Refused<>(problems);
            case Outcome.Done(ProjectSettings known, List<Problem> remarks) -> {
                List<Problem> all = new ArrayList<>(warnings);
                all.addAll(remarks);
                yield blueprint(
                        document,
                        checks.plans().plan(document, known, project, request.options()),
                        new Prepared(
                                new RunBlueprint(document, Map.of(), request.options().useCache()),
                                parameters),
                        all);
            }
        };
    }

    private Outcome<Prepared> blueprint(
            PipelineDocument document,
            Outcome<Map<String, ExecutionPlan>> plans,
            Prepared draft,
            List<Problem> warnings) {
        return switch (plans) {
            case Outcome.Refused(List<Problem> problems) -> new Outcome.Refused<>(problems);
            case Outcome.Done(Map<String, ExecutionPlan> known, List<Problem> remarks) -> {
                List<Problem> problems = preflight.check(document, known);
                List<Problem> all = new ArrayList<>(warnings);
                all.addAll(remarks);
                RunBlueprint blueprint =
                        new RunBlueprint(document, known, draft.blueprint().useCache());
                yield problems.isEmpty()
                        ? new Outcome.Done<>(new Prepared(blueprint, draft.parameters()), all)
                        : new Outcome.Refused<>(problems);
            }
        };
    }
}
