package io.github.binnacle.app;

import io.github.binnacle.editors.BinnacleWindow;
import io.github.binnacle.editors.WindowServices;
import io.github.binnacle.model.address.Address;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** Starts JavaFX with one window, and ends it when that is closed. */
final class Window {
    private final WindowServices services;
    private final List<Address> places;
    private final @Nullable Duration life;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    /**
     * @param places to be opened in it
     */
    Window(WindowServices services, List<Address> places) {
        this(services, places, null);
    }

    private Window(WindowServices services, List<Address> places, @Nullable Duration life) {
        this.services = services;
        this.places = places;
        this.life = life;
    }

    /** Returns the same window, which closes by itself. */
    Window closingAfter(Duration limit) {
        return new Window(services, places, limit);
    }

    /**
     * Shows the window until it is closed.
     *
     * @throws NoDisplayException if there is nothing to show it on
     */
    void showUntilClosed() {
        try {
            Platform.startup(this::show);
        } catch (UnsupportedOperationException e) {
            throw new NoDisplayException(e);
        }
        try {
            closed.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("The window could not be shown", e.getCause());
        } finally {
            Platform.exit();
        }
    }

    private void show() {
        try {
            Stage stage = new Stage();
            stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> closed.complete(null));
            BinnacleWindow window = new BinnacleWindow(services, stage);
            window.show(List.of());
            places.forEach(window::open);
            if (life != null) {
                closeAfter(stage, life);
            }
        } catch (RuntimeException e) {
            closed.completeExceptionally(e);
        }
    }

    private static void closeAfter(Stage stage, Duration limit) {
        PauseTransition pause = new PauseTransition(javafx.util.Duration.millis(limit.toMillis()));
        pause.setOnFinished(_ -> stage.close());
        pause.play();
    }

    /** There is no screen; the message is for users. */
    static final class NoDisplayException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoDisplayException(UnsupportedOperationException cause) {
            super(
                    "There is no display to show the window on ("
                            + cause.getMessage()
                            + "). Start Binnacle in a desktop session, or use its commands:"
                            + " binnacle --help",
                    cause);
        }
    }
}
