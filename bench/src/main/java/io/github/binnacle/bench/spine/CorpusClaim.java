package io.github.binnacle.bench.spine;

import io.github.binnacle.bench.Bench;
import io.github.binnacle.bench.Claim;
import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.codec.DocumentText;
import io.github.binnacle.model.document.NodePath;
import io.github.binnacle.model.edit.Change;
import io.github.binnacle.model.edit.YamlPatch;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineValidator;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every file of the corpus is read without a false error and written back unchanged. */
final class CorpusClaim implements Claim {
    private static final NodePath NAME = new NodePath(0, List.of("pipelineInfo", "name"));

    @Override
    public String promise() {
        return "corpus pipelines are read without a false error, written back byte for byte, and"
                + " mean the same to the official parser after an edit and its opposite";
    }

    @Override
    public Figure measure(Bench bench) throws Exception {
        if (bench.shared().isEmpty()) {
            return new Figure("the corpus is not here", false);
        }
        List<Path> files = files(bench.shared().get().resolve("kfp-pipelines"));
        List<String> faults = new ArrayList<>();
        StringBuilder pairs = new StringBuilder();
        for (Path file : files) {
            Path edited = edited(bench, file, faults);
            pairs.append(file).append('\t').append(edited).append('\n');
        }
        String[] answers = bench.peers().script(pairs.toString(), "same_message.py").split("\n");
        Stream.of(answers).filter(answer -> !answer.equals("same")).forEach(faults::add);
        return new Figure(
                files.size() + " files, " + answers.length + " compared; " + faults,
                faults.isEmpty() && answers.length == files.size());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    /** Writes the file after a change was made and made undone in its text, line by line. */
    private static Path edited(Bench bench, Path file, List<String> faults) throws IOException {
        Path out = bench.folder().resolve("edited-" + file.getFileName());
        String text = Files.readString(file);
        switch (PipelineDocument.parse(new DocumentAddress(file.toString()), text)) {
            case Outcome.Refused(List<Problem> problems) ->
                    faults.add(file.getFileName() + ": " + problems.getFirst().message());
            case Outcome.Done(PipelineDocument document, List<Problem> _) -> {
                errors(document).forEach(error -> faults.add(file.getFileName() + ": " + error));
                String back = thereAndBack(document);
                if (!document.text().equals(text) || !back.equals(text)) {
                    faults.add(file.getFileName() + ": written back otherwise");
                }
                Files.writeString(out, back);
            }
        }
        return out;
    }

    private static List<String> errors(PipelineDocument document) {
        return PipelineValidator.validate(document).stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::message)
                .toList();
    }

    private static String thereAndBack(PipelineDocument document) {
        Value name = Value.of(document.spec().pipelineInfo().name());
        DocumentText changed =
                YamlPatch.apply(
                        document.source(), List.of(new Change.Set(NAME, Value.of("another name"))));
        return YamlPatch.apply(changed, List.of(new Change.Set(NAME, name))).text();
    }
}
