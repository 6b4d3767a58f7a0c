package io.github.binnacle.editors;

import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.shell.Command;
import io.github.binnacle.ui.text.Texts;
import io.github.binnacle.ui.theme.Appearance;
import io.github.binnacle.ui.theme.Theme;
import io.github.binnacle.ui.theme.Theme.Choice;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;

/** Lets the user choose between light, dark, and what the system has. */
final class WindowTheme {
    private static final Texts TEXTS = Texts.of(WindowTheme.class);

    private final Theme theme;
    private Choice choice;

    /**
     * @param chosen as {@link #chosen} gave it; anything else follows the system
     */
    WindowTheme(String chosen) {
        choice =
                switch (chosen) {
                    case "light" -> Choice.LIGHT;
                    case "dark" -> Choice.DARK;
                    default -> Choice.SYSTEM;
                };
        theme = new Theme(choice);
    }

    Theme theme() {
        return theme;
    }

    /** Returns {@code light}, {@code dark}, or empty to follow the system. */
    String chosen() {
        return choice == Choice.SYSTEM ? "" : choice.name().toLowerCase(Locale.ROOT);
    }

    private void choose(Choice chosen) {
        choice = chosen;
        theme.choose(chosen);
    }

    List<Command> commands() {
        return List.of(
                new Command(
                        "theme.light", TEXTS.get("theme.light"), "", () -> choose(Choice.LIGHT)),
                new Command("theme.dark", TEXTS.get("theme.dark"), "", () -> choose(Choice.DARK)),
                new Command(
                        "theme.system",
                        TEXTS.get("theme.system"),
                        "",
                        () -> choose(Choice.SYSTEM)));
    }

    /** Makes the control that goes from light to dark and back. */
    Button button() {
        Button button =
                Controls.iconButton("mdoal-brightness_4", TEXTS.get("theme.switch"), this::toggle);
        theme.appearanceProperty()
                .subscribe(appearance -> {
                    boolean isDark = appearance == Appearance.DARK;
                    button.setGraphic(
                            new FontIcon(isDark ? "mdoal-brightness_7" : "mdoal-brightness_4"));
                });
        return button;
    }

    private void toggle() {
        choose(theme.appearance() == Appearance.DARK ? Choice.LIGHT : Choice.DARK);
    }
}
