package io.github.binnacle.localengine.check;

import io.github.binnacle.localengine.check.CheckedPipeline.Verdict;
import io.github.binnacle.localengine.plan.ExecutionPlan;
import io.github.binnacle.localengine.plan.ExecutionPlans;
import io.github.binnacle.localengine.project.ProjectFiles;
import io.github.binnacle.localengine.project.ProjectTree;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineValidator;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.workplace.ProjectSettings;
import io.github.binnacle.model.workplace.ProjectSettings.ImageMapping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks every pipeline file below a folder; nothing is run and nothing is installed. */
public final class ProjectCheck {
    private static final Pattern NAME = Pattern.compile("(?i).+\\.(ya?ml|json)");
    private static final Pattern PIPELINE_KEY =
            Pattern.compile("\\b(pipelineInfo|pipeline_info|pipelineSpec|pipeline_spec)\\b");
    private static final long LARGEST = 100L << 20;

    private final ExecutionPlans plans;

    public ProjectCheck(ExecutionPlans plans) {
        this.plans = plans;
    }

    /**
     * Checks a folder. Files that are no pipelines are passed over.
     *
     * @throws IOException if the folder cannot be walked
     */
    public CheckReport check(Path folder, RunOptions options) throws IOException {
        Path top = folder.toAbsolutePath().normalize();
        Map<Path, Outcome<ProjectSettings>> settings = new HashMap<>();
        List<CheckedPipeline> checked = new ArrayList<>();
        for (Path file : ProjectTree.files(top, name -> NAME.matcher(name).matches())) {
            if (mentionsPipeline(file)) {
                Path project = ProjectFiles.folderOf(file);
                Outcome<ProjectSettings> found =
                        settings.computeIfAbsent(project, ProjectFiles::settings);
                check(file, project, found, options).ifPresent(checked::add);
            }
        }
        return new CheckReport(top, checked, problems(settings), proposals(top, checked));
    }

    /** Most files of a repository are passed over by this, without being parsed. */
    private static boolean mentionsPipeline(Path file) {
        try {
            return Files.size(file) <= LARGEST
                    && PIPELINE_KEY
                            .matcher(
                                    new String(
                                            Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .find();
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<CheckedPipeline> check(
            Path file, Path project, Outcome<ProjectSettings> settings, RunOptions options) {
        return switch (PipelineDocument.readFile(file)) {
            case Outcome.Done(PipelineDocument document, List<Problem> warnings) ->
                    Optional.of(checked(file, document, warnings, project, settings, options));
            case Outcome.Refused(List<Problem> problems) ->
                    isOtherKind(problems)
                            ? Optional.empty()
                            : Optional.of(
                                    new CheckedPipeline(
                                            file, "", Verdict.INVALID, problems, Map.of()));
        };
    }

    private static boolean isOtherKind(List<Problem> problems) {
        return problems.stream()
                .anyMatch(problem ->
                        problem.code().equals("document.other-kind")
                                || problem.code().equals("document.empty"));
    }

    private CheckedPipeline checked(
            Path file,
            PipelineDocument document,
            List<Problem> warnings,
            Path project,
            Outcome<ProjectSettings> settings,
            RunOptions options) {
        String name = document.spec().pipelineInfo().name();
        List<Problem> problems = new ArrayList<>(warnings);
        problems.addAll(PipelineValidator.validate(document));
        if (hasErrors(problems)) {
            return new CheckedPipeline(
                    file, name, Verdict.INVALID, errorsFirst(problems), Map.of());
        }
        return switch (plan(document, project, settings, options)) {
            case Outcome.Done(Map<String, ExecutionPlan> planned, List<Problem> remarks) -> {
                problems.addAll(remarks);
                yield new CheckedPipeline(file, name, Verdict.RUNS, problems, planned);
            }
            case Outcome.Refused(List<Problem> refusals) ->
                    new CheckedPipeline(file, name, Verdict.REFUSED, refusals, Map.of());
        };
    }

    private Outcome<Map<String, ExecutionPlan>> plan(
            PipelineDocument document,
            Path project,
            Outcome<ProjectSettings> settings,
            RunOptions options) {
        return switch (settings) {
            case Outcome.Done(ProjectSettings found, List<Problem> _) ->
                    plans.plan(document, found, project, options);
            case Outcome.Refused(List<Problem> problems) -> new Outcome.Refused<>(problems);
        };
    }

    private static boolean hasErrors(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    private static List<Problem> errorsFirst(List<Problem> problems) {
        return problems.stream().sorted((a, b) -> a.severity().compareTo(b.severity())).toList();
    }

    private static List<Problem> problems(Map<Path, Outcome<ProjectSettings>> settings) {
        return settings.values().stream()
                .flatMap(outcome ->
                        switch (outcome) {
                            case Outcome.Done<ProjectSettings>(var _, var warnings) ->
                                    warnings.stream();
                            case Outcome.Refused<ProjectSettings>(var problems) ->
                                    problems.stream();
                        })
                .toList();
    }

    private static List<ImageMapping> proposals(Path folder, List<CheckedPipeline> checked)
            throws IOException {
        List<ImageMapping> proposals = new ArrayList<>();
        for (String image : unmappedImages(checked)) {
            ImageMapping proposal = ProjectFiles.proposal(folder, image);
            if (saysSomething(proposal)) {
                proposals.add(proposal);
            }
        }
        return proposals;
    }

    private static Set<String> unmappedImages(List<CheckedPipeline> checked) {
        return checked.stream()
                .flatMap(pipeline -> pipeline.problems().stream())
                .filter(problem -> problem.code().equals("plan.image-unmapped"))
                .map(problem -> String.valueOf(problem.arguments().get("image")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean saysSomething(ImageMapping mapping) {
        return !mapping.python().isEmpty()
                || !mapping.requirementsFile().isEmpty()
                || !mapping.packages().isEmpty();
    }
}
