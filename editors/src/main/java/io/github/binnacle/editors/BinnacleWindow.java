package io.github.binnacle.editors;

import io.github.binnacle.editors.WindowMemory.Layout;
import io.github.binnacle.editors.home.WelcomeView;
import io.github.binnacle.editors.home.WelcomeViewModel;
import io.github.binnacle.editors.pipeline.FilesView;
import io.github.binnacle.editors.pipeline.FilesViewModel;
import io.github.binnacle.editors.run.RunsView;
import io.github.binnacle.editors.run.RunsViewModel;
import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.job.Jobs;
import io.github.binnacle.ui.shell.Activity;
import io.github.binnacle.ui.shell.Editor;
import io.github.binnacle.ui.shell.Panel;
import io.github.binnacle.ui.shell.Shell;
import io.github.binnacle.ui.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * The window: it joins the features to the shell, and keeps how it was left.
 *
 * <p>For the JavaFX thread. Closing it ends no run; the engine goes on by itself.
 */
public final class BinnacleWindow {
    private static final Texts TEXTS = Texts.of(BinnacleWindow.class);
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    /** What the title bar of a window manager takes of the screen. */
    private static final double TITLE = 32;

    private final Jobs jobs = new Jobs();
    private final WindowServices services;
    private final Stage stage;
    private final Layout left;
    private final WindowTheme theme;
    private final Shell shell;
    private final FilesViewModel files;
    private final RunsViewModel runs;
    private final Activity pipelineActivity;
    private final Activity runActivity;

    public BinnacleWindow(WindowServices services, Stage stage) {
        this.services = services;
        this.stage = stage;
        left = services.memory().load();
        theme = new WindowTheme(left.theme());
        ProblemCount problems = new ProblemCount(this::showProblems);
        shell = new Shell(jobs, TEXTS.get("place.local"), problems, theme.button());
        shell.root().getStylesheets().add(stylesheet());
        shell.front().subscribe(problems::show);
        WindowEditors editors = new WindowEditors(services, jobs, this::open, shell::showPanel);
        files = new FilesViewModel(folder(), jobs);
        runs = new RunsViewModel(editors.runServices());
        pipelineActivity = pipelines();
        runActivity = runs();
        shell.addActivity(pipelineActivity);
        shell.addActivity(runActivity);
        shell.addProvider(editors::openPipeline);
        shell.addProvider(editors::openRun);
        shell.setPlaceholder(welcome());
        new WindowCommands(shell, theme, this).install();
    }

    private static String stylesheet() {
        return Objects.requireNonNull(BinnacleWindow.class.getResource("editors.css"))
                .toExternalForm();
    }

    private Path folder() {
        Path last = Path.of(left.folder());
        return !left.folder().isEmpty() && Files.isDirectory(last) ? last : services.folder();
    }

    private void showProblems() {
        shell.showPanel(Panel.PROBLEMS);
    }

    private Activity pipelines() {
        return new Activity(
                "pipelines",
                TEXTS.get("activity.pipelines"),
                "mdoal-account_tree",
                "Shortcut+3",
                new FilesView(files, this::open, this::chooseFolder),
                Controls.row(
                        Controls.iconButton(
                                "mdoal-folder_open", TEXTS.get("files.open"), this::chooseFolder),
                        Controls.iconButton(
                                "mdomz-refresh", TEXTS.get("files.refresh"), files::refresh)),
                new SimpleIntegerProperty());
    }

    private Activity runs() {
        return new Activity(
                "runs",
                TEXTS.get("activity.runs"),
                "mdomz-play_circle_outline",
                "Shortcut+4",
                new RunsView(runs, this::open),
                Controls.row(),
                runs.runsProperty().map(RunsViewModel::running));
    }

    private WelcomeView welcome() {
        WelcomeViewModel model =
                new WelcomeViewModel(services.example(), services.engine(), jobs, this::open);
        return new WelcomeView(model, jobs, this::chooseFile, this::chooseFolder);
    }

    /** Shows the window, with the files given or what was open last, and every run under way. */
    public void show(List<Path> opened) {
        boolean hasSize = left.width() > 0 && left.height() > 0;
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene =
                new Scene(
                        shell.root(),
                        Math.min(hasSize ? left.width() : WIDTH, screen.getWidth()),
                        Math.min(hasSize ? left.height() : HEIGHT, screen.getHeight() - TITLE));
        theme.theme().style(scene);
        new FileDrop(this::openFile).on(scene);
        stage.setScene(scene);
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.titleProperty().bind(shell.title().map(BinnacleWindow::title));
        stage.getIcons().setAll(WindowIcons.load());
        stage.setOnHidden(_ -> close());
        openAtFirst(opened);
        stage.show();
    }

    private static String title(String front) {
        return front.isEmpty() ? TEXTS.get("app.name") : TEXTS.get("app.title", "front", front);
    }

    private void openAtFirst(List<Path> opened) {
        List<Path> shown =
                opened.isEmpty()
                        ? left.files().stream().map(Path::of).filter(Files::isRegularFile).toList()
                        : opened;
        shown.forEach(this::openFile);
        shell.show(pipelineActivity);
        jobs.ask(_ -> services.history().runs(50), this::openUnderWay, _ -> {});
    }

    private void openUnderWay(List<Run> known) {
        boolean isFirstStart = known.isEmpty() && shell.editors().isEmpty();
        shell.navigatorShown().set(!isFirstStart);
        List<Run> underWay = known.stream().filter(run -> !run.state().isFinished()).toList();
        underWay.reversed().forEach(run -> open(new Address.RunAddress(run.id())));
    }

    /** Takes the user to a place; runs bring their list with them. */
    public void open(Address address) {
        shell.open(address);
        if (address instanceof Address.RunAddress || address instanceof Address.RunTaskAddress) {
            shell.show(runActivity);
            shell.navigatorShown().set(true);
        }
    }

    /** Returns the editor that is looked at. */
    public Optional<Editor> front() {
        return Optional.ofNullable(shell.front().get());
    }

    void openFile(Path file) {
        open(new DocumentAddress(file.toAbsolutePath().normalize().toString()));
    }

    void chooseFile() {
        new FileDialogs(stage).file(files.folderProperty().get()).ifPresent(this::openFile);
    }

    void chooseFolder() {
        new FileDialogs(stage)
                .folder(files.folderProperty().get())
                .ifPresent(folder -> {
                    files.open(folder);
                    shell.show(pipelineActivity);
                    shell.navigatorShown().set(true);
                });
    }

    void show(boolean isRuns) {
        shell.show(isRuns ? runActivity : pipelineActivity);
        shell.navigatorShown().set(true);
    }

    void quit() {
        stage.close();
    }

    /** Keeps how the window is left, and lets go of everything; runs go on. */
    public void close() {
        List<String> open =
                shell.editors().stream()
                        .map(Editor::address)
                        .filter(DocumentAddress.class::isInstance)
                        .map(address -> ((DocumentAddress) address).path())
                        .toList();
        String folder = files.folderProperty().get().toString();
        Scene scene = stage.getScene();
        services.memory()
                .save(
                        new Layout(
                                theme.chosen(), folder, open, scene.getWidth(), scene.getHeight()));
        shell.closeAll();
        runs.close();
    }
}
