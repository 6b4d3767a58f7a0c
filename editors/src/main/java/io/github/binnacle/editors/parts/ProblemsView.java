package io.github.binnacle.editors.parts;

import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.control.StatePane;
import io.github.binnacle.ui.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Lists problems; a click or Enter goes to what one is about. */
public final class ProblemsView extends StackPane {
    private static final Texts TEXTS = Texts.of(ProblemsView.class);

    private final ListView<Problem> list = new ListView<>();

    /**
     * @param place says in few words what a problem is about
     * @param goTo takes the user there
     */
    public ProblemsView(
            ObservableValue<List<Problem>> problems,
            Function<Problem, String> place,
            Consumer<Problem> goTo) {
        list.getStyleClass().addAll("bn-list", "bn-problems");
        list.setAccessibleText(TEXTS.get("problems.list"));
        list.setCellFactory(_ -> new Cell(place));
        list.setOnMouseClicked(_ -> go(goTo));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go(goTo);
            }
        });
        StatePane none = StatePane.empty("mdoal-check_circle_outline", TEXTS.get("problems.none"));
        getChildren().addAll(list, none);
        problems.subscribe(shown -> {
            list.getItems().setAll(shown);
            none.setVisible(shown.isEmpty());
            list.setVisible(!shown.isEmpty());
        });
    }

    private void go(Consumer<Problem> goTo) {
        Problem selected = list.getSelectionModel().getSelectedItem();
        if (selected != null) {
            goTo.accept(selected);
        }
    }

    /** Goes to the next problem, or the one before. */
    public void step(int by, Consumer<Problem> goTo) {
        int count = list.getItems().size();
        if (count > 0) {
            int from = list.getSelectionModel().getSelectedIndex();
            list.getSelectionModel().clearAndSelect(Math.floorMod(from < 0 ? 0 : from + by, count));
            go(goTo);
        }
    }

    /** Makes the sign of a severity. */
    public static FontIcon sign(Severity severity) {
        FontIcon sign =
                Controls.icon(
                        switch (severity) {
                            case ERROR -> "mdoal-error";
                            case WARNING -> "mdomz-warning";
                            case NOTE -> "mdoal-info";
                        });
        sign.getStyleClass()
                .add(
                        switch (severity) {
                            case ERROR -> "bn-sign-error";
                            case WARNING -> "bn-sign-warning";
                            case NOTE -> "bn-sign-note";
                        });
        return sign;
    }

    private static final class Cell extends ListCell<Problem> {
        private final Function<Problem, String> place;

        Cell(Function<Problem, String> place) {
            this.place = place;
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Problem problem, boolean isEmpty) {
            super.updateItem(problem, isEmpty);
            setGraphic(problem == null || isEmpty ? null : row(problem));
            setAccessibleText(problem == null ? "" : problem.message());
        }

        private HBox row(Problem problem) {
            Label message = Controls.paragraph(problem.message(), "bn-problem-message");
            HBox.setHgrow(message, Priority.ALWAYS);
            message.setMaxWidth(Double.MAX_VALUE);
            Label where = Controls.label(place.apply(problem), "bn-small", "bn-muted");
            where.setMinWidth(USE_PREF_SIZE);
            HBox row = Controls.row(sign(problem.severity()), message, where);
            row.getStyleClass().add("bn-problem");
            return row;
        }
    }
}
