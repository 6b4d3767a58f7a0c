package io.github.binnacle.editors.pipeline;

import io.github.binnacle.editors.parts.ProblemBadges;
import io.github.binnacle.editors.parts.ProblemsView;
import io.github.binnacle.editors.parts.StepTitles;
import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.fx.Lifetime;
import io.github.binnacle.ui.shell.Command;
import io.github.binnacle.ui.shell.Editor;
import io.github.binnacle.ui.shell.Panel;
import io.github.binnacle.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The tab of one pipeline file. */
public final class PipelineEditor implements Editor {
    private static final Texts TEXTS = Texts.of(PipelineEditor.class);
    private static final Duration LOOK_AGAIN = Duration.seconds(1);

    private final Lifetime lifetime = new Lifetime();
    private final PipelineViewModel model;
    private final PipelineView view;
    private final StepInspector inspector;
    private final ProblemsView problems;

    /**
     * @param showPanel shows a panel of this editor
     */
    public PipelineEditor(Path file, PipelineServices services, Consumer<String> showPanel) {
        model = new PipelineViewModel(file, services, () -> showPanel.accept(Panel.PROBLEMS));
        view = new PipelineView(model, services.jobs());
        inspector = new StepInspector(model);
        problems = new ProblemsView(model.problemsProperty(), this::place, view::goTo);
        Timeline watch = new Timeline(new KeyFrame(LOOK_AGAIN, _ -> model.reloadIfChanged()));
        watch.setCycleCount(Animation.INDEFINITE);
        lifetime.play(watch);
    }

    public PipelineViewModel model() {
        return model;
    }

    private String place(Problem problem) {
        String line =
                problem.range() == null
                        ? ""
                        : TEXTS.get("place.line", "line", problem.range().line());
        return ProblemBadges.path(problem.where())
                .filter(path -> !path.isEmpty())
                .flatMap(path -> model.ready().map(ready -> new StepTitles(ready.graph()).of(path)))
                .map(step -> line.isEmpty() ? step : step + " · " + line)
                .orElse(line);
    }

    @Override
    public Address address() {
        return new DocumentAddress(model.file().toString());
    }

    @Override
    public boolean reveal(Address address) {
        return switch (address) {
            case DocumentAddress document -> document.equals(address());
            case Address.TaskAddress task when task.document().equals(address()) -> {
                model.selectionProperty().set(task.tasks());
                yield true;
            }
            case Address.TaskAddress _, Address.PortAddress _, Address.NodeAddress _ -> false;
            case Address.RunAddress _, Address.RunTaskAddress _, Address.ArtifactAddress _ -> false;
        };
    }

    @Override
    public ObservableValue<String> title() {
        return new SimpleStringProperty(model.title());
    }

    @Override
    public String icon() {
        return "mdoal-account_tree";
    }

    @Override
    public ObservableValue<@Nullable Node> mark() {
        return new SimpleObjectProperty<>(null);
    }

    @Override
    public Node content() {
        return view;
    }

    @Override
    public Node inspector() {
        return inspector;
    }

    @Override
    public List<Panel> panels() {
        return List.of(
                new Panel(
                        Panel.PROBLEMS,
                        TEXTS.get("panel.problems"),
                        problems,
                        Controls.row(),
                        model.problemsProperty().map(List::size)));
    }

    @Override
    public ObservableValue<String> facts() {
        return model.contentProperty().map(this::facts);
    }

    private String facts(PipelineContent content) {
        if (!(content instanceof PipelineContent.Ready ready)) {
            return "";
        }
        long steps =
                ready.graph().nodes().values().stream()
                        .filter(node -> !node.kind().isGroup())
                        .count();
        return TEXTS.get(
                "facts",
                "schema",
                ready.document().spec().schemaVersion(),
                "steps",
                steps,
                "lines",
                ready.source().lineCount());
    }

    @Override
    public boolean showsPanelsAtFirst() {
        return false;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(
                        "pipeline.run", TEXTS.get("command.run"), "Shortcut+R", model::askToRun),
                new Command(
                        "pipeline.validate", TEXTS.get("command.validate"), "", model::validate),
                new Command("pipeline.reload", TEXTS.get("command.reload"), "F5", model::reload),
                new Command(
                        "pipeline.next-problem",
                        TEXTS.get("command.next-problem"),
                        "F8",
                        () -> problems.step(1, view::goTo)),
                new Command(
                        "pipeline.previous-problem",
                        TEXTS.get("command.previous-problem"),
                        "Shift+F8",
                        () -> problems.step(-1, view::goTo)));
    }

    @Override
    public void close() {
        lifetime.close();
    }
}
