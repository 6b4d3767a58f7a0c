package io.github.binnacle.editors;

import java.util.List;

/** Keeps how the window was left, from one start to the next. */
public interface WindowMemory {
    Layout load();

    void save(Layout layout);

    /**
     * How the window was left.
     *
     * @param theme {@code light}, {@code dark}, or empty to follow the system
     * @param folder absolute path of the folder shown; empty if none was chosen
     * @param files absolute paths of the open files, in the order of their tabs
     * @param width of the window in pixels; 0 for the usual size
     * @param height of the window in pixels
     */
    record Layout(String theme, String folder, List<String> files, double width, double height) {
        public static final Layout FIRST = new Layout("", "", List.of(), 0, 0);

        public Layout {
            files = List.copyOf(files);
        }
    }
}
