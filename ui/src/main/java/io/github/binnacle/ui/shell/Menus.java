package io.github.binnacle.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Makes menus of commands. */
final class Menus {
    private final MenuBar bar = new MenuBar();

    Menus() {
        bar.getStyleClass().add("bn-menus");
    }

    MenuBar bar() {
        return bar;
    }

    /** Adds a menu, or more items behind a line to the menu of that title. */
    void add(String title, List<Command> commands) {
        List<MenuItem> items = new ArrayList<>(commands.stream().map(Menus::item).toList());
        menu(title).ifPresentOrElse(menu -> extend(menu, items), () -> append(title, items));
    }

    private Optional<Menu> menu(String title) {
        return bar.getMenus().stream().filter(menu -> menu.getText().equals(title)).findFirst();
    }

    private static void extend(Menu menu, List<MenuItem> items) {
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(items);
    }

    private void append(String title, List<MenuItem> items) {
        Menu menu = new Menu(title);
        menu.getItems().addAll(items);
        bar.getMenus().add(menu);
    }

    /** Replaces what a menu shows. */
    void replace(String title, List<Command> commands) {
        menu(title)
                .ifPresent(menu ->
                        menu.getItems().setAll(commands.stream().map(Menus::item).toList()));
    }

    private static MenuItem item(Command command) {
        MenuItem item = new MenuItem(command.title());
        item.setId(command.id());
        if (!command.keys().isEmpty()) {
            item.setAccelerator(command.combination());
        }
        item.setDisable(!command.enabled().getValue());
        command.enabled().subscribe(enabled -> item.setDisable(!enabled));
        item.setOnAction(_ -> command.run());
        return item;
    }
}
