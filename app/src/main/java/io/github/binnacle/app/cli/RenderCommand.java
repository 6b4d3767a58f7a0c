package io.github.binnacle.app.cli;

import io.github.binnacle.editors.parts.PipelineDrawing;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineGraph;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.paint.GraphPictures;
import io.github.binnacle.ui.theme.Appearance;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "render",
        description = {"Draws a pipeline as the window does; needs no display.", ""})
final class RenderCommand implements Callable<Integer> {
    private final Console console;
    private final CliServices services;

    @Parameters(
            paramLabel = "PATH",
            description =
                    "Compiled pipeline (YAML or JSON), Python source, or - for standard input.")
    private String path = "";

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "File to write; its name ends in .png or .svg.")
    private Path output = Path.of("");

    @Option(names = "--theme", paramLabel = "light|dark", description = "Colours (default: light).")
    private Appearance theme = Appearance.LIGHT;

    @Option(
            names = "--scale",
            paramLabel = "N",
            description = "Pixels of a PNG for each of the window's (default: ${DEFAULT-VALUE}).")
    private double scale = 2;

    @Option(
            names = "--pipeline",
            paramLabel = "NAME",
            description = "Pipeline function of a Python source with several.")
    private String pipeline = "";

    RenderCommand(Console console, CliServices services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, Refused {
        String name = output.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".png") && !name.endsWith(".svg")) {
            throw new Refused(
                    ExitCode.USAGE, output + " ends neither in .png nor in .svg. Name it so.");
        }
        SubmittedSource source = SubmittedSource.read(path, console);
        return switch (source.document(services::compiler, pipeline, new Progress(console))) {
            case Outcome.Done(PipelineDocument document, List<Problem> _) -> {
                write(document, name.endsWith(".png"));
                console.print("Wrote " + output + ".");
                yield ExitCode.OK;
            }
            case Outcome.Refused(List<Problem> problems) -> {
                var _ = new Refusals(console).print(problems);
                yield ExitCode.FAILED;
            }
        };
    }

    private void write(PipelineDocument document, boolean isPng) throws IOException {
        System.setProperty("java.awt.headless", "true");
        GraphModel drawing = PipelineDrawing.of(PipelineGraph.of(document), false);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(output))) {
            if (isPng) {
                var _ = GraphPictures.writePng(drawing, theme, scale, out);
            } else {
                String title = document.spec().pipelineInfo().name();
                GraphPictures.writeSvg(drawing, theme, title, out);
            }
        }
    }
}
