package io.github.binnacle.editors.home;

import io.github.binnacle.editors.parts.GraphPane;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.job.Jobs;
import io.github.binnacle.ui.shell.Logo;
import io.github.binnacle.ui.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The first thing a newcomer sees: one button runs the example. */
public final class WelcomeView extends ScrollPane {
    private static final Texts TEXTS = Texts.of(WelcomeView.class);

    private final GraphPane picture;
    private final Label said = Controls.paragraph("", "bn-small", "bn-muted");

    /**
     * @param openFile asks the user for a file to open
     * @param openFolder asks the user for a folder to show
     */
    public WelcomeView(WelcomeViewModel model, Jobs jobs, Runnable openFile, Runnable openFolder) {
        picture = new GraphPane(jobs);
        picture.showAsPicture();
        getStyleClass().addAll("bn-scroll", "bn-welcome");
        setFitToWidth(true);
        setFitToHeight(true);
        Button run =
                Controls.primary(TEXTS.get("welcome.run"), "mdomz-play_arrow", model::runExample);
        run.setId("run-example");
        run.getStyleClass().add("bn-hero");
        Button open = Controls.button(TEXTS.get("welcome.open-example"), "", model::openExample);
        open.getStyleClass().add("bn-hero");
        VBox page = new VBox(24, head(), hero(run, open), cards(openFile, openFolder), foot());
        page.getStyleClass().add("bn-welcome-page");
        page.setMaxWidth(1060);
        page.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane middle = new StackPane(page);
        middle.getStyleClass().add("bn-welcome-ground");
        setContent(middle);
        said.textProperty().bind(model.saidProperty());
        run.disableProperty().bind(model.busyProperty());
        model.pictureProperty().subscribe(picture::show);
    }

    private static HBox head() {
        VBox words =
                new VBox(
                        2,
                        Controls.label(TEXTS.get("welcome.title"), "bn-welcome-title"),
                        Controls.paragraph(TEXTS.get("welcome.subtitle"), "bn-muted"));
        HBox head = new HBox(14, new Logo(44), words);
        head.getStyleClass().add("bn-row");
        return head;
    }

    private HBox hero(Button run, Button open) {
        Label chip = Controls.chip(TEXTS.get("welcome.no-cluster"), "success");
        chip.setGraphic(Controls.icon("mdoal-computer"));
        VBox words =
                new VBox(
                        12,
                        chip,
                        Controls.paragraph(TEXTS.get("welcome.hero"), "bn-hero-title"),
                        Controls.paragraph(TEXTS.get("welcome.hero-text"), "bn-muted"),
                        new HBox(8, run, open),
                        said);
        words.getStyleClass().add("bn-hero-words");
        words.setPrefWidth(520);
        picture.getStyleClass().add("bn-hero-picture");
        picture.setMinWidth(320);
        picture.setPrefSize(500, 220);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox.setHgrow(picture, Priority.ALWAYS);
        HBox hero = new HBox(words, picture);
        hero.getStyleClass().addAll("bn-card", "bn-hero-card");
        return hero;
    }

    private static HBox cards(Runnable openFile, Runnable openFolder) {
        Button open = Controls.button(TEXTS.get("welcome.open"), "", openFile);
        Button folder = Controls.button(TEXTS.get("welcome.folder"), "", openFolder);
        return new HBox(
                16,
                card(
                        "mdoal-insert_drive_file",
                        TEXTS.get("welcome.own"),
                        TEXTS.get("welcome.own-text"),
                        open),
                card(
                        "mdoal-folder_open",
                        TEXTS.get("welcome.project"),
                        TEXTS.get("welcome.project-text"),
                        folder));
    }

    private static VBox card(String icon, String title, String text, Button action) {
        VBox card =
                new VBox(
                        8,
                        Controls.icon(icon),
                        Controls.label(title, "bn-title"),
                        Controls.paragraph(text, "bn-muted"),
                        action);
        card.getStyleClass().addAll("bn-card", "bn-welcome-card");
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setMaxWidth(Double.MAX_VALUE);
        card.setPrefWidth(480);
        return card;
    }

    private static HBox foot() {
        Label privacy = Controls.label(TEXTS.get("welcome.privacy"), "bn-small", "bn-muted");
        privacy.setGraphic(Controls.icon("mdomz-visibility_off"));
        Label keys = Controls.label(TEXTS.get("welcome.keys"), "bn-small", "bn-muted");
        keys.setGraphic(Controls.icon("mdoal-keyboard"));
        return new HBox(20, privacy, keys);
    }
}
