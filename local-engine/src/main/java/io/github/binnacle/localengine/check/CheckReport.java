package io.github.binnacle.localengine.check;

import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.workplace.ProjectSettings.ImageMapping;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What of a folder runs on this computer.
 *
 * @param pipelines in the order of their paths
 * @param settingsProblems what is wrong with the project files that count for them
 * @param proposals mappings for images that a pipeline asks for and that nothing maps, where a
 *     Dockerfile or a requirements file suggests one
 */
public record CheckReport(
        Path folder,
        List<CheckedPipeline> pipelines,
        List<Problem> settingsProblems,
        List<ImageMapping> proposals) {
    public CheckReport {
        pipelines = List.copyOf(pipelines);
        settingsProblems = List.copyOf(settingsProblems);
        proposals = List.copyOf(proposals);
    }

    /** Counts the pipelines with a verdict. */
    public int count(CheckedPipeline.Verdict verdict) {
        return (int) pipelines.stream().filter(pipeline -> pipeline.verdict() == verdict).count();
    }

    /**
     * Something that refused pipelines need.
     *
     * @param code of the problems that say so
     * @param image that it is about; empty if it is about none
     * @param pipelines that need it
     */
    public record Need(String code, String image, int pipelines) {}

    /** Lists what refused pipelines need, what most need first. */
    public List<Need> needs() {
        Map<Need, Set<Path>> files = new LinkedHashMap<>();
        for (CheckedPipeline pipeline : pipelines) {
            for (Problem problem : pipeline.problems()) {
                if (pipeline.verdict() == CheckedPipeline.Verdict.REFUSED
                        && problem.severity() == Severity.ERROR) {
                    files.computeIfAbsent(need(problem), _ -> new TreeSet<>()).add(pipeline.file());
                }
            }
        }
        return files.entrySet().stream()
                .map(entry ->
                        new Need(
                                entry.getKey().code(),
                                entry.getKey().image(),
                                entry.getValue().size()))
                .sorted((a, b) -> Integer.compare(b.pipelines(), a.pipelines()))
                .collect(Collectors.toList());
    }

    private static Need need(Problem problem) {
        Object image = problem.arguments().get("image");
        return new Need(problem.code(), image == null ? "" : image.toString(), 0);
    }
}
