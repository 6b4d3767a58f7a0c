package io.github.binnacle.ui.shell;

import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Keys that must work wherever the focus is, even where a control would take them. */
final class ShellKeys {
    private final Shell shell;

    private ShellKeys(Shell shell) {
        this.shell = shell;
    }

    static Consumer<@Nullable Scene> of(Shell shell) {
        ShellKeys keys = new ShellKeys(shell);
        return scene -> {
            if (scene != null) {
                scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::press);
            }
        };
    }

    private void press(KeyEvent event) {
        int direction = event.isShiftDown() ? -1 : 1;
        if (event.getCode() == KeyCode.TAB && event.isControlDown()) {
            shell.stepTab(direction);
            event.consume();
        } else if (event.getCode() == KeyCode.F6) {
            shell.stepRegion(direction);
            event.consume();
        }
    }
}
