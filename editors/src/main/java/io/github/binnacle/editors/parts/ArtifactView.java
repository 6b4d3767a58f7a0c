package io.github.binnacle.editors.parts;

import io.github.binnacle.model.run.ArtifactSource;
import io.github.binnacle.model.run.ArtifactSource.Part;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.ui.code.CodeView;
import io.github.binnacle.ui.code.Language;
import io.github.binnacle.ui.code.SourceText;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.control.StatePane;
import io.github.binnacle.ui.job.Job;
import io.github.binnacle.ui.job.Jobs;
import io.github.binnacle.ui.job.Work;
import io.github.binnacle.ui.text.Figures;
import io.github.binnacle.ui.text.Texts;
import java.io.ByteArrayInputStream;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/** Shows the content of one artifact: text, table, picture, or the parts of a directory. */
public final class ArtifactView extends BorderPane {
    private static final Texts TEXTS = Texts.of(ArtifactView.class);

    private final CodeView code = new CodeView(TEXTS.get("preview.text"));
    private final ArtifactSource source;
    private final Jobs jobs;
    private @Nullable Job reading;

    public ArtifactView(ArtifactSource source, Jobs jobs) {
        this.source = source;
        this.jobs = jobs;
        getStyleClass().add("bn-artifact");
        setCenter(StatePane.empty("mdoal-inbox", TEXTS.get("preview.none")));
    }

    public void show(RuntimeArtifact artifact) {
        setLeft(null);
        read(_ -> ArtifactPreview.of(source, artifact), artifact);
    }

    private void read(Work<ArtifactPreview> work, RuntimeArtifact artifact) {
        if (reading != null) {
            reading.cancel();
        }
        setTop(null);
        setCenter(StatePane.loading(TEXTS.get("preview.reading")));
        reading =
                jobs.ask(
                        work,
                        preview -> show(preview, artifact),
                        failure ->
                                setCenter(
                                        StatePane.error(
                                                TEXTS.get("preview.failed"),
                                                String.valueOf(failure.getMessage()))));
    }

    private void show(ArtifactPreview preview, RuntimeArtifact artifact) {
        switch (preview) {
            case ArtifactPreview.Text(String text, boolean isWhole) -> {
                setTop(isWhole ? null : cut());
                code.show(SourceText.of(text, language(artifact, text)));
                setCenter(code);
            }
            case ArtifactPreview.Table(List<List<String>> rows, boolean isWhole) -> {
                setTop(isWhole ? null : cut());
                setCenter(table(rows));
            }
            case ArtifactPreview.Picture(byte[] content) -> setCenter(picture(content));
            case ArtifactPreview.Directory(List<Part> parts) -> {
                setLeft(parts(parts, artifact));
                setCenter(StatePane.empty("mdoal-folder_open", TEXTS.get("preview.choose")));
            }
            case ArtifactPreview.Binary(long bytes) ->
                    setCenter(
                            StatePane.empty(
                                    "mdoal-description",
                                    TEXTS.get("preview.binary", "size", Figures.bytes(bytes))));
            case ArtifactPreview.Absent _ ->
                    setCenter(StatePane.empty("mdoal-cloud_off", TEXTS.get("preview.absent")));
        }
    }

    private static Language language(RuntimeArtifact artifact, String text) {
        boolean isJson = text.startsWith("{") || text.startsWith("[");
        return isJson ? Language.YAML : Language.ofFile(artifact.uri());
    }

    private static Label cut() {
        Label label = Controls.label(TEXTS.get("preview.cut"), "bn-small", "bn-muted");
        label.getStyleClass().add("bn-cut");
        return label;
    }

    private static TableView<List<String>> table(List<List<String>> rows) {
        TableView<List<String>> table = new TableView<>();
        table.getStyleClass().addAll("bn-table", "bn-dense");
        List<String> head = rows.isEmpty() ? List.of() : rows.getFirst();
        for (int i = 0; i < head.size(); i++) {
            int column = i;
            TableColumn<List<String>, String> added = new TableColumn<>(head.get(i));
            added.setCellValueFactory(
                    row -> new ReadOnlyObjectWrapper<>(row.getValue().get(column)));
            added.setPrefWidth(120);
            table.getColumns().add(added);
        }
        table.getItems().setAll(rows.isEmpty() ? rows : rows.subList(1, rows.size()));
        return table;
    }

    private static Node picture(byte[] content) {
        Image image = new Image(new ByteArrayInputStream(content), 4096, 4096, true, true);
        ScrollPane scroll = new ScrollPane(new ImageView(image));
        scroll.getStyleClass().add("bn-scroll");
        scroll.setPannable(true);
        return scroll;
    }

    private ListView<Part> parts(List<Part> parts, RuntimeArtifact artifact) {
        ListView<Part> list = new ListView<>();
        list.getStyleClass().addAll("bn-list", "bn-parts");
        list.setAccessibleText(TEXTS.get("preview.parts"));
        list.setCellFactory(_ -> new PartCell());
        list.getItems().setAll(parts);
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, part) -> open(artifact, part));
        return list;
    }

    private void open(RuntimeArtifact artifact, @Nullable Part part) {
        if (part != null) {
            read(_ -> ArtifactPreview.of(source, artifact, part), artifact);
        }
    }

    private static final class PartCell extends ListCell<Part> {
        @Override
        protected void updateItem(@Nullable Part part, boolean isEmpty) {
            super.updateItem(part, isEmpty);
            setText(
                    part == null || isEmpty
                            ? null
                            : part.name() + " · " + Figures.bytes(part.bytes()));
        }
    }
}
