package io.github.binnacle.app;

import io.github.binnacle.editors.BinnacleWindow;
import io.github.binnacle.editors.WindowServices;
import io.github.binnacle.model.address.Address;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** Starts JavaFX with one window, and ends it when that is closed. */
final class Window {
    private Window() {}

    /**
     * Shows the window until the user closes it.
     *
     * @throws NoDisplayException if there is nothing to show it on
     */
    static void showUntilClosed(WindowServices services, List<Address> places) {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        try {
            Platform.startup(() -> show(services, places, closed));
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

    private static void show(
            WindowServices services, List<Address> places, CompletableFuture<Void> closed) {
        try {
            Stage stage = new Stage();
            stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> closed.complete(null));
            BinnacleWindow window = new BinnacleWindow(services, stage);
            window.show(List.of());
            places.forEach(window::open);
        } catch (RuntimeException e) {
            closed.completeExceptionally(e);
        }
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
