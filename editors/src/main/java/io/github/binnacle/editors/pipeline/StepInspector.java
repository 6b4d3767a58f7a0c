package io.github.binnacle.editors.pipeline;

import io.github.binnacle.model.pipeline.GraphNode;
import io.github.binnacle.ui.code.CodeView;
import io.github.binnacle.ui.control.ViewSwitch;
import io.github.binnacle.ui.control.ViewSwitch.Choice;
import io.github.binnacle.ui.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

/** Describes the selected step, or the pipeline if none is selected. */
final class StepInspector extends BorderPane {
    private enum Page {
        DETAILS,
        SOURCE
    }

    private static final Texts TEXTS = Texts.of(StepInspector.class);

    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.DETAILS);
    private final CodeView code = new CodeView(TEXTS.get("inspector.source"));
    private final Consumer<List<String>> select;
    private final PipelineViewModel model;

    StepInspector(PipelineViewModel model) {
        this.model = model;
        this.select = model.selectionProperty()::set;
        getStyleClass().add("bn-step-inspector");
        model.contentProperty().subscribe(_ -> show());
        model.selectionProperty().subscribe(_ -> show());
        page.addListener(_ -> show());
    }

    private void show() {
        model.ready().ifPresentOrElse(this::show, () -> setCenter(new Pane()));
    }

    private void show(PipelineContent.Ready ready) {
        List<String> selected = model.selectionProperty().get();
        GraphNode node = ready.graph().node(selected).orElseGet(ready.graph()::root);
        if (node.path().isEmpty()) {
            setTop(null);
            setCenter(new StepSections(ready, select).pipeline().scrolling());
            return;
        }
        boolean hasSource = StepSource.of(ready.document(), node).isPresent();
        setTop(hasSource ? pages() : null);
        if (hasSource && page.get() == Page.SOURCE) {
            StepSource.of(ready.document(), node).ifPresent(code::show);
            setCenter(code);
        } else {
            setCenter(new StepSections(ready, select).step(node).scrolling());
        }
    }

    private HBox pages() {
        HBox bar =
                new HBox(
                        new ViewSwitch<>(
                                List.of(
                                        new Choice<>(
                                                Page.DETAILS, TEXTS.get("inspector.details"), ""),
                                        new Choice<>(
                                                Page.SOURCE, TEXTS.get("inspector.source"), "")),
                                page));
        bar.getStyleClass().add("bn-inspector-pages");
        return bar;
    }
}
