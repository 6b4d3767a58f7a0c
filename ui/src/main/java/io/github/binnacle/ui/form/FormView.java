package io.github.binnacle.ui.form;

import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.form.FormModel.FieldModel;
import io.github.binnacle.ui.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Lays out the fields of a form, one under another, each with its type, help and what is wrong. */
public final class FormView extends VBox {
    private static final Texts TEXTS = Texts.of(FormView.class);

    public FormView(FormModel model) {
        getStyleClass().add("bn-form");
        model.fields().forEach(field -> getChildren().add(row(field)));
    }

    private static VBox row(FieldModel field) {
        FormField description = field.description();
        Control editor = editor(field);
        editor.setId("field-" + description.name());
        editor.setAccessibleText(description.label() + ", " + description.typeName());
        editor.setAccessibleHelp(description.help());
        editor.setMaxWidth(Double.MAX_VALUE);
        VBox row = new VBox(head(field, editor), editor, error(field));
        row.getStyleClass().add("bn-field");
        if (!description.help().isEmpty()) {
            row.getChildren().add(2, Controls.paragraph(description.help(), "bn-hint"));
        }
        return row;
    }

    private static HBox head(FieldModel field, Control editor) {
        FormField description = field.description();
        Label name = Controls.label(description.label(), "bn-field-label");
        name.setLabelFor(editor);
        HBox head = Controls.row(name);
        if (description.isRequired() && !description.hasDefault()) {
            Label mark = Controls.label("*", "bn-required");
            mark.setTooltip(new Tooltip(TEXTS.get("required")));
            head.getChildren().add(mark);
        }
        head.getChildren()
                .addAll(
                        Controls.spacer(),
                        Controls.label(type(description), "bn-caption", "bn-muted"),
                        reset(field));
        return head;
    }

    private static String type(FormField description) {
        return description.hasDefault()
                ? TEXTS.get("type.default", "type", description.typeName())
                : description.typeName();
    }

    private static Button reset(FieldModel field) {
        Button reset = Controls.iconButton("mdomz-undo", TEXTS.get("reset"), field::reset);
        reset.getStyleClass().add("bn-reset");
        reset.visibleProperty().bind(field.changed());
        reset.managedProperty().bind(field.changed());
        return reset;
    }

    private static Control editor(FieldModel field) {
        return switch (field.description().look()) {
            case TEXT, LINE -> line(field);
            case PARAGRAPH -> area(field, 1, "bn-paragraph");
            case CODE -> area(field, 3, "bn-code");
            case SWITCH -> toggle(field);
            case CHOICE -> choice(field);
        };
    }

    private static TextField line(FieldModel field) {
        TextField line = new TextField();
        line.textProperty().bindBidirectional(field.text());
        return line;
    }

    private static TextArea area(FieldModel field, int rows, String styleClass) {
        TextArea area = new TextArea();
        area.getStyleClass().addAll("bn-area", styleClass);
        area.setWrapText(true);
        area.textProperty().bindBidirectional(field.text());
        int lines = (int) field.text().get().lines().count();
        area.setPrefRowCount(Math.clamp(lines, rows, 8));
        return area;
    }

    private static CheckBox toggle(FieldModel field) {
        CheckBox box = new CheckBox();
        box.setText(TEXTS.get("yes"));
        box.setAllowIndeterminate(false);
        field.text().subscribe(text -> box.setSelected(text.equals("true")));
        box.setOnAction(_ -> field.text().set(String.valueOf(box.isSelected())));
        return box;
    }

    private static ComboBox<String> choice(FieldModel field) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(field.description().choices());
        box.valueProperty().bindBidirectional(field.text());
        return box;
    }

    private static Node error(FieldModel field) {
        Label error = Controls.paragraph("", "bn-field-error");
        error.textProperty().bind(field.error());
        error.visibleProperty().bind(field.error().isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        return error;
    }
}
