package io.github.binnacle.editors;

import io.github.binnacle.ui.shell.Command;
import io.github.binnacle.ui.shell.Shell;
import io.github.binnacle.ui.text.Texts;
import java.util.List;
import javafx.beans.property.BooleanProperty;

/** The menus of the window, with their keys (ux §1.5). */
final class WindowCommands {
    private static final Texts TEXTS = Texts.of(WindowCommands.class);

    private final Shell shell;
    private final WindowTheme theme;
    private final BinnacleWindow window;

    WindowCommands(Shell shell, WindowTheme theme, BinnacleWindow window) {
        this.shell = shell;
        this.theme = theme;
        this.window = window;
    }

    void install() {
        shell.addMenu(
                TEXTS.get("menu.file"),
                List.of(
                        command(
                                "file.open",
                                TEXTS.get("file.open"),
                                "Shortcut+O",
                                window::chooseFile),
                        command(
                                "file.folder",
                                TEXTS.get("file.folder"),
                                "Shortcut+Shift+O",
                                window::chooseFolder),
                        command(
                                "file.close",
                                TEXTS.get("file.close"),
                                "Shortcut+W",
                                shell::closeFront),
                        command("file.quit", TEXTS.get("file.quit"), "Shortcut+Q", window::quit)));
        shell.addMenu(TEXTS.get("menu.view"), view());
        shell.addMenu(TEXTS.get("menu.view"), theme.commands());
        shell.addEditorMenu(TEXTS.get("menu.run"));
    }

    private List<Command> view() {
        return List.of(
                command(
                        "view.pipelines",
                        TEXTS.get("view.pipelines"),
                        "Shortcut+3",
                        () -> window.show(false)),
                command("view.runs", TEXTS.get("view.runs"), "Shortcut+4", () -> window.show(true)),
                command(
                        "view.navigator",
                        TEXTS.get("view.navigator"),
                        "Shortcut+B",
                        () -> flip(shell.navigatorShown())),
                command(
                        "view.inspector",
                        TEXTS.get("view.inspector"),
                        "F4",
                        () -> flip(shell.inspectorShown())),
                command(
                        "view.bottom",
                        TEXTS.get("view.bottom"),
                        "Shortcut+J",
                        () -> shell.showBottom(!shell.isBottomShown())));
    }

    private static Command command(String id, String title, String keys, Runnable action) {
        return new Command(id, title, keys, action);
    }

    private static void flip(BooleanProperty property) {
        property.set(!property.get());
    }
}
