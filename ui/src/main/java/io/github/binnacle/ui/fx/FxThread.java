package io.github.binnacle.ui.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/**
 * Runs things on the JavaFX thread, at once if already there; the only caller of {@code
 * Platform.runLater}.
 */
public final class FxThread implements Executor {
    private static final FxThread THREAD = new FxThread();

    private FxThread() {}

    public static Executor executor() {
        return THREAD;
    }

    @Override
    public void execute(Runnable command) {
        if (Platform.isFxApplicationThread()) {
            command.run();
        } else {
            Platform.runLater(command);
        }
    }
}
