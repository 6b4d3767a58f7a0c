package io.github.binnacle.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.Window;

/**
 * Styles every window and popup, and follows the choice of the user or the operating system.
 *
 * <p>Stylesheets tell dark from light by the pseudo-class {@code dark} of the scene's root. For the
 * JavaFX thread only; one per process.
 */
public final class Theme {
    /** What the user chose. */
    public enum Choice {
        LIGHT,
        DARK,
        SYSTEM
    }

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final List<String> STYLESHEETS = List.of(url("tokens.css"), url("binnacle.css"));

    private static boolean areFontsLoaded;

    private final ReadOnlyObjectWrapper<Appearance> appearance =
            new ReadOnlyObjectWrapper<>(Appearance.LIGHT);
    private final ListChangeListener<Window> windowsListener = this::styleNewWindows;
    private Choice choice = Choice.SYSTEM;

    /** Loads the fonts and styles all windows from now on. */
    public Theme(Choice choice) {
        loadFonts();
        choose(choice);
        Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> refresh());
        Window.getWindows().addListener(windowsListener);
        Window.getWindows().forEach(this::style);
    }

    public void choose(Choice newChoice) {
        choice = newChoice;
        refresh();
    }

    public ReadOnlyObjectProperty<Appearance> appearanceProperty() {
        return appearance.getReadOnlyProperty();
    }

    public Appearance appearance() {
        return appearance.get();
    }

    /** Says whether the operating system asks for no movement. */
    public static boolean isMotionReduced() {
        return Platform.getPreferences().isReducedMotion();
    }

    /** Loads the bundled fonts into JavaFX; more than once is harmless. */
    public static void loadFonts() {
        if (areFontsLoaded) {
            return;
        }
        areFontsLoaded = true;
        for (Typeface typeface : Typeface.values()) {
            try (InputStream in = typeface.open()) {
                Font.loadFont(in, 13);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void refresh() {
        appearance.set(
                switch (choice) {
                    case LIGHT -> Appearance.LIGHT;
                    case DARK -> Appearance.DARK;
                    case SYSTEM -> systemAppearance();
                });
        Application.setUserAgentStylesheet(
                appearance.get() == Appearance.DARK
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        Window.getWindows().forEach(this::style);
    }

    private static Appearance systemAppearance() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK
                ? Appearance.DARK
                : Appearance.LIGHT;
    }

    private void styleNewWindows(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getAddedSubList().forEach(this::style);
        }
    }

    private void style(Window window) {
        Scene scene = window.getScene();
        if (scene != null) {
            style(scene);
        }
    }

    /** Styles a scene before its window shows, which saves a second pass of styling. */
    public void style(Scene scene) {
        for (String stylesheet : STYLESHEETS) {
            if (!scene.getStylesheets().contains(stylesheet)) {
                scene.getStylesheets().add(stylesheet);
            }
        }
        scene.getRoot().pseudoClassStateChanged(DARK, appearance.get() == Appearance.DARK);
    }

    private static String url(String resource) {
        URL url = Objects.requireNonNull(Theme.class.getResource(resource), resource);
        return url.toExternalForm();
    }
}
