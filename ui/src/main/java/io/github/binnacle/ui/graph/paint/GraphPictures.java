package io.github.binnacle.ui.graph.paint;

import io.github.binnacle.ui.draw.AwtBrush;
import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.SvgBrush;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.layout.GraphLayout;
import io.github.binnacle.ui.theme.Appearance;
import io.github.binnacle.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Makes pictures of graphs; needs neither a display nor JavaFX. */
public final class GraphPictures {
    private static final double MARGIN = 32;
    private static final double MOST_PIXELS = 120_000_000;
    private static final double LONGEST = 30_000;

    private GraphPictures() {}

    /**
     * Writes a graph as PNG.
     *
     * @param scale pixels for each px, lowered for graphs too large for a picture
     * @return the scale used
     */
    public static double writePng(
            GraphModel model, Appearance appearance, double scale, OutputStream out)
            throws IOException {
        GraphScene scene = GraphScene.of(model, GraphLayout.of(model));
        Box frame = scene.layout().bounds().grown(MARGIN);
        double used = fitting(frame, scale);
        View view =
                new View(
                        frame.x(),
                        frame.y(),
                        used,
                        Math.ceil(frame.width() * used),
                        Math.ceil(frame.height() * used));
        writePng(scene, appearance, view, Marks.NONE, out);
        return used;
    }

    /** Writes a part of a graph as PNG, one pixel for each screen px of the view. */
    public static void writePng(
            GraphScene scene, Appearance appearance, View view, Marks marks, OutputStream out)
            throws IOException {
        BufferedImage image =
                new BufferedImage(
                        (int) view.width(), (int) view.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            AwtBrush brush = new AwtBrush(graphics);
            new GraphPainter(brush, Palette.of(appearance), view, marks, 0).paint(scene);
        } finally {
            graphics.dispose();
        }
        ImageIO.setUseCache(false);
        ImageIO.write(image, "png", out);
    }

    /** Writes a graph as SVG 1.1 in UTF-8. */
    public static void writeSvg(
            GraphModel model, Appearance appearance, String title, OutputStream out)
            throws IOException {
        out.write(svg(model, appearance, title).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a graph as an SVG document. */
    public static String svg(GraphModel model, Appearance appearance, String title) {
        GraphScene scene = GraphScene.of(model, GraphLayout.of(model));
        Box frame = scene.layout().bounds().grown(MARGIN);
        View view = new View(frame.x(), frame.y(), 1, frame.width(), frame.height());
        SvgBrush brush = new SvgBrush();
        new GraphPainter(brush, Palette.of(appearance), view, Marks.NONE, 0).paint(scene);
        return brush.document(frame.width(), frame.height(), title);
    }

    private static double fitting(Box frame, double scale) {
        double byArea = Math.sqrt(MOST_PIXELS / (frame.width() * frame.height()));
        double byLength = LONGEST / Math.max(frame.width(), frame.height());
        return Math.min(scale, Math.min(byArea, byLength));
    }
}
