package io.github.binnacle.editors.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A bar of as many parts as there are states, each as long as its share of the steps. */
public final class SegmentBar extends HBox {
    private static final double WIDTH = 160;
    private static final List<StepLook> ORDER =
            List.of(
                    StepLook.SUCCEEDED,
                    StepLook.REUSED,
                    StepLook.RUNNING,
                    StepLook.FAILED,
                    StepLook.INTERRUPTED,
                    StepLook.STOPPED,
                    StepLook.SKIPPED);

    public SegmentBar() {
        getStyleClass().add("bn-segments");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
    }

    /** Shows counts by state; what is left of the total is still to come. */
    public void show(Map<StepLook, Long> counts, long total) {
        List<Region> parts = new ArrayList<>();
        for (StepLook look : ORDER) {
            long count = counts.getOrDefault(look, 0L);
            if (count > 0 && total > 0) {
                parts.add(part(look, WIDTH * count / total));
            }
        }
        getChildren().setAll(parts);
        setAccessibleText(words(counts));
    }

    private static Region part(StepLook look, double width) {
        Region part = new Region();
        part.getStyleClass().addAll("bn-segment", "bn-segment-" + look.styleWord());
        part.setMinWidth(width);
        part.setPrefWidth(width);
        return part;
    }

    private static String words(Map<StepLook, Long> counts) {
        List<String> words = new ArrayList<>();
        counts.forEach((look, count) -> words.add(look.word() + " " + count));
        return String.join(", ", words);
    }
}
