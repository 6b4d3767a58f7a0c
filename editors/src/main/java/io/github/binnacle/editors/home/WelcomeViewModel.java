package io.github.binnacle.editors.home;

import io.github.binnacle.editors.parts.PipelineDrawing;
import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineGraph;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.run.RunEngine;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunRequest;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.job.Jobs;
import io.github.binnacle.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Runs the example that comes with the application. It is ours, so nobody is asked to trust it. */
public final class WelcomeViewModel {
    private static final Texts TEXTS = Texts.of(WelcomeViewModel.class);

    private final ReadOnlyObjectWrapper<GraphModel> picture =
            new ReadOnlyObjectWrapper<>(GraphModel.EMPTY);
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Path example;
    private final RunEngine engine;
    private final Jobs jobs;
    private final Consumer<Address> open;

    public WelcomeViewModel(Path example, RunEngine engine, Jobs jobs, Consumer<Address> open) {
        this.example = example;
        this.engine = engine;
        this.jobs = jobs;
        this.open = open;
        jobs.ask(_ -> draw(), picture::set, this::failed);
    }

    /** The example as it will look. */
    public ReadOnlyObjectProperty<GraphModel> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** How the start goes, or why it did not work; empty if there is nothing to say. */
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    private GraphModel draw() {
        return switch (PipelineDocument.readFile(example)) {
            case Outcome.Done(PipelineDocument document, List<Problem> _) ->
                    PipelineDrawing.of(PipelineGraph.of(document), false);
            case Outcome.Refused<PipelineDocument> _ -> GraphModel.EMPTY;
        };
    }

    public void openExample() {
        open.accept(new Address.DocumentAddress(example.toString()));
    }

    public void runExample() {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        said.set(TEXTS.get("welcome.starting"));
        jobs.start(
                TEXTS.get("welcome.starting"),
                _ -> engine.submit(request()),
                this::answered,
                this::failed);
    }

    private RunRequest request() throws IOException {
        return new RunRequest(
                Files.readString(example),
                example.toString(),
                String.valueOf(example.toAbsolutePath().getParent()),
                "",
                Map.of(),
                new RunOptions(true, true, false));
    }

    private void answered(Outcome<RunId> outcome) {
        busy.set(false);
        switch (outcome) {
            case Outcome.Done(RunId run, List<Problem> _) -> {
                said.set("");
                open.accept(new Address.RunAddress(run));
            }
            case Outcome.Refused(List<Problem> problems) ->
                    said.set(
                            problems.stream()
                                    .map(Problem::message)
                                    .collect(Collectors.joining("\n")));
        }
    }

    private void failed(Exception reason) {
        busy.set(false);
        said.set(TEXTS.get("welcome.failed", "reason", String.valueOf(reason.getMessage())));
    }
}
