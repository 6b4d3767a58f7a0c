package io.github.binnacle.ui.graph.canvas;

import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.SampleGraphs;
import io.github.binnacle.ui.graph.layout.GraphLayout;
import io.github.binnacle.ui.graph.paint.GraphScene;
import io.github.binnacle.ui.graph.paint.View;
import io.github.binnacle.ui.job.Jobs;
import io.github.binnacle.ui.theme.Theme;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Prints how long the first frame and a pan step take; a program, not a test. */
public final class GraphCanvasBench {
    private static final int STEPS = 60;

    private GraphCanvasBench() {}

    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        GraphModel model = SampleGraphs.layered(count, 100, 1);
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            GraphLayout.of(model);
            print("layout of " + count, start, 1);
        }
        GraphLayout layout = GraphLayout.of(model);
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> measure(model, layout, done));
        done.await();
        Platform.exit();
    }

    private static void measure(GraphModel model, GraphLayout layout, CountDownLatch done) {
        new Theme(Theme.Choice.LIGHT);
        Stage stage = new Stage();
        GraphCanvas canvas = new GraphCanvas(new Jobs());
        stage.setScene(new Scene(canvas, 1400, 900));
        stage.show();
        long start = System.nanoTime();
        GraphScene scene = GraphScene.of(model, layout);
        print("indexing", start, 1);
        start = System.nanoTime();
        canvas.viewModel().show(scene);
        canvas.paintNow();
        print("first frame, drawing commands", start, 1);
        canvas.snapshot(null, null);
        print("first frame, everything", start, 1);
        for (double zoom : new double[] {canvas.viewModel().view().zoom(), 0.1, 0.2, 0.5, 1}) {
            View middle = canvas.viewModel().view().zoomed(zoom, 700, 450);
            canvas.viewModel().look(middle);
            frame(canvas);
            start = System.nanoTime();
            int steps = 0;
            while (steps < STEPS && System.nanoTime() - start < 4e9) {
                canvas.viewModel().pan(-7, -3);
                frame(canvas);
                steps++;
            }
            print("pan step at " + zoom, start, steps);
            start = System.nanoTime();
            for (int i = 0; i < 5; i++) {
                canvas.paintNow();
            }
            print("  of which drawing commands", start, 5);
            start = System.nanoTime();
            for (int i = 0; i < 5; i++) {
                canvas.snapshot(null, null);
            }
            print("  of which snapshot of what is drawn", start, 5);
        }
        done.countDown();
    }

    /** A snapshot renders what a frame would. */
    private static void frame(GraphCanvas canvas) {
        canvas.paintNow();
        canvas.snapshot(null, null);
    }

    private static void print(String what, long start, int times) {
        double milliseconds = (System.nanoTime() - start) / 1e6 / times;
        System.out.printf("%s: %.1f ms%n", what, milliseconds);
    }
}
