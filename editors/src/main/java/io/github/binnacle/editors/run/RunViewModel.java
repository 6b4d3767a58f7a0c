package io.github.binnacle.editors.run;

import io.github.binnacle.editors.parts.PipelineDrawing;
import io.github.binnacle.editors.parts.RunOverlay;
import io.github.binnacle.editors.parts.RunSteps;
import io.github.binnacle.model.live.Live;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunRequest;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.ui.fx.Delivery;
import io.github.binnacle.ui.fx.Lifetime;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.job.Work;
import io.github.binnacle.ui.text.Texts;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** State of one run's tab: follows the run, over the document as it was submitted. */
public final class RunViewModel implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(RunViewModel.class);

    private final ReadOnlyObjectWrapper<@Nullable RunSteps> steps = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RunGraph> graph = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<GraphModel> drawing =
            new ReadOnlyObjectWrapper<>(GraphModel.EMPTY);
    private final ReadOnlyObjectWrapper<RunHeadline> headline =
            new ReadOnlyObjectWrapper<>(RunHeadline.UNKNOWN);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Lifetime lifetime = new Lifetime();
    private final RunSelection selection;
    private final RunId id;
    private final RunServices services;
    private final InstantSource clock;
    private boolean isClosed;

    public RunViewModel(RunId id, RunServices services, InstantSource clock) {
        this.id = id;
        this.services = services;
        this.clock = clock;
        selection = new RunSelection(services.logs());
        selection.choiceProperty().addListener(_ -> redraw());
        services.jobs().ask(_ -> services.engine().follow(id), this::follow, this::failed);
        services.jobs().ask(_ -> readDocument(), this::showDocument, this::failed);
    }

    public RunId id() {
        return id;
    }

    /** The run with its tasks; null before it has been read. */
    public ReadOnlyObjectProperty<@Nullable RunSteps> stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    /** The document as it was submitted; null before it has been read. */
    public ReadOnlyObjectProperty<@Nullable RunGraph> graphProperty() {
        return graph.getReadOnlyProperty();
    }

    /** The document drawn with the states of now. */
    public ReadOnlyObjectProperty<GraphModel> drawingProperty() {
        return drawing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RunHeadline> headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    /** Why the last command or reading did not work; empty if all did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public RunSelection selection() {
        return selection;
    }

    /** Brings elapsed times up to date; to be called about once a second. */
    public void tick() {
        if (!isOver()) {
            redraw();
        }
    }

    private Optional<RunGraph> readDocument() {
        return services.history().document(id).flatMap(RunGraph::read);
    }

    private void showDocument(Optional<RunGraph> read) {
        read.ifPresent(graph::set);
        redraw();
    }

    private void follow(Live<RunSnapshot> live) {
        if (!isClosed) {
            lifetime.add(Delivery.follow(live, services.fx(), this::show));
        }
    }

    private void show(RunSnapshot snapshot) {
        RunSteps now = new RunSteps(snapshot);
        steps.set(now);
        selection.update(now);
        redraw();
    }

    private void redraw() {
        RunSteps now = steps.get();
        RunGraph document = graph.get();
        if (now == null) {
            return;
        }
        headline.set(RunHeadline.of(now, Optional.ofNullable(document), clock.instant()));
        if (document != null) {
            drawing.set(
                    RunOverlay.on(
                            document.drawing(),
                            now,
                            selection.choiceProperty().get(),
                            clock.instant(),
                            isOver()));
        }
    }

    private boolean isOver() {
        return run().filter(run -> !run.state().isFinished()).isEmpty();
    }

    public Optional<Run> run() {
        return Optional.ofNullable(steps.get()).map(now -> now.snapshot().run());
    }

    public boolean canStop() {
        return run().map(Run::state)
                .filter(state -> state == RunState.RUNNING || state == RunState.PENDING)
                .isPresent();
    }

    /** Says whether something is left to do that the user may ask for. */
    public boolean canResume() {
        return run().map(Run::state)
                .filter(state -> state.isFinished() && state != RunState.SUCCEEDED)
                .isPresent();
    }

    public boolean canRunAgain() {
        return run().filter(run -> run.state().isFinished()).isPresent();
    }

    public void stop() {
        command(TEXTS.get("job.stopping"), _ -> services.engine().cancel(id), _ -> {});
    }

    public void resume() {
        command(TEXTS.get("job.resuming"), _ -> services.engine().resume(id), _ -> {});
    }

    /** Submits the same document with the same parameters as another run. */
    public void runAgain(Consumer<RunId> started) {
        run().ifPresent(run ->
                command(
                        TEXTS.get("job.starting"),
                        _ -> services.engine().submit(request(run)),
                        started));
    }

    private RunRequest request(Run run) {
        String text = services.history().document(id).orElse("");
        return new RunRequest(
                text, run.documentPath(), run.project(), "", run.parameters(), RunOptions.DEFAULT);
    }

    private void command(String title, Work<Outcome<RunId>> work, Consumer<RunId> done) {
        problem.set("");
        services.jobs().start(title, work, outcome -> answered(outcome, done), this::failed);
    }

    private void answered(Outcome<RunId> outcome, Consumer<RunId> done) {
        switch (outcome) {
            case Outcome.Done(RunId run, List<Problem> _) -> done.accept(run);
            case Outcome.Refused(List<Problem> problems) ->
                    problem.set(
                            problems.stream()
                                    .map(Problem::message)
                                    .collect(Collectors.joining("\n")));
        }
    }

    private void failed(Exception reason) {
        problem.set(String.valueOf(reason.getMessage()));
    }

    /** Returns the path of a place's node in the drawing. */
    String selectedNode() {
        return PipelineDrawing.id(selection.placeProperty().get());
    }

    @Override
    public void close() {
        isClosed = true;
        lifetime.close();
    }
}
