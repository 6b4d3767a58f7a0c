package io.github.binnacle.ui.shell;

import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.job.Job;
import io.github.binnacle.ui.job.Jobs;
import io.github.binnacle.ui.text.Texts;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** The strip at the bottom: where work runs, what is going on, facts of the document. */
final class StatusBar extends HBox {
    private static final Texts TEXTS = Texts.of(StatusBar.class);

    private final HBox job = Controls.row();
    private final Label facts = Controls.label("", "bn-status-item");
    private final Jobs jobs;

    StatusBar(Jobs jobs, Node place, Node problems, Node... atTheEnd) {
        this.jobs = jobs;
        getStyleClass().add("bn-status");
        job.getStyleClass().add("bn-status-item");
        getChildren().addAll(place, problems, job, Controls.spacer(), facts);
        getChildren().addAll(atTheEnd);
        jobs.running().addListener((ListChangeListener<Job>) _ -> showForemost());
        showForemost();
    }

    Label facts() {
        return facts;
    }

    private void showForemost() {
        job.getChildren().clear();
        job.setVisible(!jobs.running().isEmpty());
        job.setManaged(job.isVisible());
        if (job.isVisible()) {
            show(jobs.running().getFirst());
        }
    }

    private void show(Job foremost) {
        Label title = Controls.label("", "bn-status-job");
        title.textProperty()
                .bind(
                        foremost.messageProperty()
                                .map(said -> said.isEmpty() ? foremost.title() : said));
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(foremost.progressProperty());
        Button cancel =
                Controls.iconButton("mdoal-close", TEXTS.get("job.cancel"), foremost::cancel);
        job.getChildren().addAll(title, bar, cancel);
    }
}
