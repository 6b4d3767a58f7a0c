package io.github.binnacle.editors.run;

import io.github.binnacle.editors.parts.SegmentBar;
import io.github.binnacle.editors.parts.StateGlyph;
import io.github.binnacle.editors.parts.StepLook;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.text.Texts;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The line over a run: state in words and in a bar, and what can be done about it. */
final class RunHeader extends HBox {
    private static final Texts TEXTS = Texts.of(RunHeader.class);

    private final StackPane sign = new StackPane();
    private final Label word = Controls.label("", "bn-strong");
    private final Label facts = Controls.label("", "bn-muted");
    private final SegmentBar bar = new SegmentBar();
    private final Button stop;
    private final Button resume;
    private final Button again;
    private final RunViewModel model;
    private @Nullable StepLook shown;

    /**
     * @param started told of the run that "Run again" starts
     */
    RunHeader(RunViewModel model, Consumer<RunId> started) {
        this.model = model;
        stop = Controls.button(TEXTS.get("header.stop"), "mdomz-stop", model::stop);
        resume = Controls.primary(TEXTS.get("header.resume"), "mdomz-play_arrow", model::resume);
        again =
                Controls.button(
                        TEXTS.get("header.again"), "mdomz-replay", () -> model.runAgain(started));
        getStyleClass().add("bn-toolbar");
        getChildren().addAll(sign, word, facts, bar, Controls.spacer(), stop, resume, again);
        model.headlineProperty().subscribe(this::show);
    }

    private void show(RunHeadline headline) {
        if (headline.look() != shown) {
            shown = headline.look();
            sign.getChildren().setAll(new StateGlyph(headline.look(), 18));
        }
        word.setText(headline.word());
        facts.setText(headline.facts());
        bar.show(headline.counts(), headline.steps());
        show(stop, model.canStop());
        show(resume, model.canResume());
        show(again, model.canRunAgain());
    }

    private static void show(Button button, boolean isShown) {
        button.setVisible(isShown);
        button.setManaged(isShown);
    }
}
