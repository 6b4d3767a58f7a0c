package io.github.binnacle.editors.run;

import io.github.binnacle.editors.parts.ArtifactView;
import io.github.binnacle.editors.parts.StateGlyph;
import io.github.binnacle.editors.parts.StepLook;
import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.address.Address.RunAddress;
import io.github.binnacle.model.address.Address.RunTaskAddress;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.fx.Lifetime;
import io.github.binnacle.ui.log.LogFollower;
import io.github.binnacle.ui.shell.Command;
import io.github.binnacle.ui.shell.Editor;
import io.github.binnacle.ui.shell.Panel;
import io.github.binnacle.ui.text.Texts;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The tab of one run. */
public final class RunEditor implements Editor {
    private static final Texts TEXTS = Texts.of(RunEditor.class);
    private static final String ARTIFACTS = "artifacts";

    private final Lifetime lifetime = new Lifetime();
    private final ReadOnlyObjectWrapper<@Nullable Node> mark = new ReadOnlyObjectWrapper<>();
    private final RunViewModel model;
    private final RunView view;
    private final RunInspector inspector;
    private final LogPanel logs;
    private final ArtifactsPanel artifacts;
    private final Consumer<Address> open;
    private @Nullable StepLook marked;

    /**
     * @param open takes the user to an address
     * @param showPanel shows a panel of this editor
     */
    public RunEditor(
            RunId run, RunServices services, Consumer<Address> open, Consumer<String> showPanel) {
        this.open = open;
        model = new RunViewModel(run, services, InstantSource.system());
        view = new RunView(model, new RunHeader(model, this::opened), services.jobs());
        logs = new LogPanel(model, new LogFollower(services.jobs()));
        artifacts =
                new ArtifactsPanel(model, new ArtifactView(services.artifacts(), services.jobs()));
        inspector =
                new RunInspector(
                        model,
                        artifact -> preview(artifact, showPanel),
                        () -> showPanel.accept(Panel.LOGS));
        Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> model.tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        lifetime.add(model::close);
        lifetime.add(logs::close);
        lifetime.play(clock);
        model.headlineProperty().subscribe(this::showMark);
    }

    public RunViewModel model() {
        return model;
    }

    private void opened(RunId run) {
        open.accept(new RunAddress(run));
    }

    private void preview(RuntimeArtifact artifact, Consumer<String> showPanel) {
        showPanel.accept(ARTIFACTS);
        artifacts.choose(artifact);
    }

    private void showMark(RunHeadline headline) {
        if (headline.look() != marked) {
            marked = headline.look();
            mark.set(new StateGlyph(headline.look(), 13));
        }
    }

    @Override
    public Address address() {
        return new RunAddress(model.id());
    }

    @Override
    public boolean reveal(Address address) {
        return switch (address) {
            case RunAddress run -> run.equals(address());
            case RunTaskAddress task when task.run().equals(model.id()) -> {
                model.selection().selectTask(task.task());
                yield true;
            }
            case RunTaskAddress _, Address.ArtifactAddress _, Address.DocumentAddress _ -> false;
            case Address.NodeAddress _, Address.TaskAddress _, Address.PortAddress _ -> false;
        };
    }

    @Override
    public ObservableValue<String> title() {
        return model.headlineProperty()
                .map(_ -> model.run().map(RunEditor::title).orElse(TEXTS.get("editor.run")));
    }

    private static String title(Run run) {
        return TEXTS.get("editor.title", "number", run.number(), "pipeline", run.pipelineName());
    }

    @Override
    public String icon() {
        return "mdomz-play_circle_outline";
    }

    @Override
    public ObservableValue<@Nullable Node> mark() {
        return mark.getReadOnlyProperty();
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
                        Panel.LOGS,
                        TEXTS.get("panel.logs"),
                        logs,
                        logs.tools(),
                        new SimpleIntegerProperty()),
                new Panel(
                        ARTIFACTS,
                        TEXTS.get("panel.artifacts"),
                        artifacts,
                        Controls.row(),
                        artifacts.count()));
    }

    @Override
    public ObservableValue<String> facts() {
        return model.headlineProperty().map(RunHeadline::facts);
    }

    @Override
    public boolean showsPanelsAtFirst() {
        return true;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(
                        "run.stop",
                        TEXTS.get("command.stop"),
                        "Shortcut+PERIOD",
                        model::stop,
                        model.headlineProperty().map(_ -> model.canStop())),
                new Command(
                        "run.resume",
                        TEXTS.get("command.resume"),
                        "",
                        model::resume,
                        model.headlineProperty().map(_ -> model.canResume())),
                new Command(
                        "run.again",
                        TEXTS.get("command.again"),
                        "Shortcut+R",
                        () -> model.runAgain(this::opened),
                        model.headlineProperty().map(_ -> model.canRunAgain())));
    }

    @Override
    public void close() {
        lifetime.close();
    }
}
