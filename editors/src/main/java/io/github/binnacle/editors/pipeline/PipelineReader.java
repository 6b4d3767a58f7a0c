package io.github.binnacle.editors.pipeline;

import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.pipeline.PipelineCompiler;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineGraph;
import io.github.binnacle.model.pipeline.PipelineValidator;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.workplace.TrustStore;
import io.github.binnacle.ui.code.Language;
import io.github.binnacle.ui.code.SourceText;
import io.github.binnacle.ui.job.Work.Progress;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a pipeline file, compiled or in Python, into what the window shows. Blocks. */
final class PipelineReader {
    private final PipelineCompiler compiler;
    private final TrustStore trust;

    PipelineReader(PipelineCompiler compiler, TrustStore trust) {
        this.compiler = compiler;
        this.trust = trust;
    }

    PipelineContent read(Path file, Progress progress) throws InterruptedException {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            return unreadable(file, "document.not-utf8", "");
        } catch (IOException e) {
            return unreadable(file, "document.unreadable", String.valueOf(e.getMessage()));
        }
        return file.toString().endsWith(".py")
                ? compile(file, text, progress)
                : content(file, text);
    }

    private static PipelineContent unreadable(Path file, String code, String detail) {
        Map<String, Object> arguments = Map.of("path", file.toString(), "detail", detail);
        Problem problem =
                new Problem(
                        code,
                        Severity.ERROR,
                        new DocumentAddress(file.toString()),
                        null,
                        arguments);
        return new PipelineContent.Unreadable(SourceText.EMPTY, List.of(problem));
    }

    private PipelineContent compile(Path file, String python, Progress progress)
            throws InterruptedException {
        SourceText source = SourceText.of(python, Language.PYTHON);
        if (!trust.isTrusted(file, python)) {
            return new PipelineContent.Untrusted(source);
        }
        return switch (compiler.compile(file, "", said -> progress.report(said, -1))) {
            case Outcome.Done(String yaml, List<Problem> _) -> content(file, yaml);
            case Outcome.Refused(List<Problem> problems) ->
                    new PipelineContent.Unreadable(source, problems);
        };
    }

    static PipelineContent content(Path file, String text) {
        SourceText source = SourceText.of(text, Language.YAML);
        return switch (PipelineDocument.parse(new DocumentAddress(file.toString()), text)) {
            case Outcome.Refused(List<Problem> problems) ->
                    new PipelineContent.Unreadable(source, problems);
            case Outcome.Done(PipelineDocument document, List<Problem> warnings) ->
                    ready(document, source, warnings);
        };
    }

    private static PipelineContent ready(
            PipelineDocument document, SourceText source, List<Problem> warnings) {
        PipelineGraph graph = PipelineGraph.of(document);
        List<Problem> problems = new ArrayList<>(warnings);
        problems.addAll(PipelineValidator.validate(document));

        return new PipelineContent.Ready(
                document, graph, source, new TaskPlaces(document, graph), problems);
    }
}
