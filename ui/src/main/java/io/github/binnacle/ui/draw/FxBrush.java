package io.github.binnacle.ui.draw;

import io.github.binnacle.ui.theme.Colour;
import io.github.binnacle.ui.theme.Theme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;

/** Draws on a JavaFX canvas; for the JavaFX thread, on which all brushes share their fonts. */
public final class FxBrush implements Brush {
    private static final Map<Colour, Color> COLOURS = new HashMap<>();
    private static final Map<TextStyle, Font> FONTS = new HashMap<>();
    private static final Map<String, Font> ICON_FONTS = new HashMap<>();
    private static final int SEMI_BOLD = 600;

    private final GraphicsContext graphics;
    private final Sink sink = new Sink();

    public FxBrush(GraphicsContext graphics) {
        this.graphics = graphics;
        Theme.loadFonts();
        graphics.setLineCap(StrokeLineCap.ROUND);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        graphics.setFontSmoothingType(FontSmoothingType.GRAY);
    }

    @Override
    public void fill(Box box, double radius, Colour colour) {
        graphics.setFill(color(colour));
        if (radius == 0) {
            graphics.fillRect(box.x(), box.y(), box.width(), box.height());
        } else {
            graphics.fillRoundRect(
                    box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
        }
    }

    @Override
    public void stroke(Box box, double radius, Pen pen) {
        use(pen);
        if (radius == 0) {
            graphics.strokeRect(box.x(), box.y(), box.width(), box.height());
        } else {
            graphics.strokeRoundRect(
                    box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
        }
    }

    @Override
    public void fill(Outline outline, Colour colour) {
        graphics.setFill(color(colour));
        graphics.beginPath();
        outline.describe(sink);
        graphics.fill();
    }

    @Override
    public void stroke(Outline outline, Pen pen) {
        use(pen);
        graphics.beginPath();
        outline.describe(sink);
        graphics.stroke();
    }

    @Override
    public void stroke(List<Outline> outlines, Pen pen) {
        use(pen);
        graphics.beginPath();
        outlines.forEach(outline -> outline.describe(sink));
        graphics.stroke();
    }

    @Override
    public void fill(List<Box> boxes, Colour colour) {
        graphics.setFill(color(colour));
        graphics.beginPath();
        boxes.forEach(box -> graphics.rect(box.x(), box.y(), box.width(), box.height()));
        graphics.fill();
    }

    @Override
    public void text(String text, double x, double baseline, TextStyle style, Colour colour) {
        graphics.setFill(color(colour));
        TrueTypeFont font = TrueTypeFont.of(style.typeface());
        if (style.typeface().weight() >= SEMI_BOLD && text.codePoints().allMatch(font::has)) {
            shapes(text, x, baseline, font, style.size());
            return;
        }
        graphics.setFont(
                FONTS.computeIfAbsent(
                        style, wanted -> new Font(wanted.typeface().family(), wanted.size())));
        graphics.fillText(text, x, baseline);
    }

    /** JavaFX's software renderer cuts the edges of heavy glyphs at odd sizes; shapes are whole. */
    private void shapes(String text, double x, double baseline, TrueTypeFont font, double size) {
        graphics.beginPath();
        double at = x;
        for (int codePoint : text.codePoints().toArray()) {
            font.outline(codePoint, at, baseline, size).describe(sink);
            at += size * font.advance(codePoint);
        }
        graphics.fill();
    }

    @Override
    public void icon(String name, Box square, Colour colour) {
        Icons.find(name)
                .ifPresent(icon -> {
                    graphics.setFill(color(colour));
                    graphics.setFont(iconFont(icon, square.width()));
                    graphics.fillText(
                            Character.toString(icon.codePoint()),
                            square.x(),
                            icon.baseline(square));
                });
    }

    private Font iconFont(Icons.Icon icon, double size) {
        return ICON_FONTS.computeIfAbsent(
                icon.pack().getFontFamily() + size,
                _ -> {
                    Font font = Font.loadFont(icon.pack().getFontResourceAsStream(), size);
                    return font == null ? Font.font(size) : font;
                });
    }

    @Override
    public void dots(Box box, double originX, double originY, double step, Colour colour) {
        int size = (int) Math.max(2, Math.rint(step));
        WritableImage tile = new WritableImage(size, size);
        for (int i = 0; i < 4; i++) {
            tile.getPixelWriter().setColor(i % 2, i / 2, color(colour));
        }
        graphics.setFill(
                new ImagePattern(
                        tile, Math.rint(originX) - 1, Math.rint(originY) - 1, size, size, false));
        graphics.fillRect(box.x(), box.y(), box.width(), box.height());
    }

    @Override
    public void clipped(Box box, Runnable drawing) {
        graphics.save();
        graphics.beginPath();
        graphics.rect(box.x(), box.y(), box.width(), box.height());
        graphics.clip();
        drawing.run();
        graphics.restore();
    }

    @Override
    public void faded(double opacity, Runnable drawing) {
        double before = graphics.getGlobalAlpha();
        graphics.setGlobalAlpha(before * opacity);
        drawing.run();
        graphics.setGlobalAlpha(before);
    }

    @Override
    public void moved(double dx, double dy, double scale, Runnable drawing) {
        graphics.save();
        graphics.translate(dx, dy);
        graphics.scale(scale, scale);
        drawing.run();
        graphics.restore();
    }

    private void use(Pen pen) {
        graphics.setStroke(color(pen.colour()));
        graphics.setLineWidth(pen.width());
        double[] dashes = null;
        if (!pen.dashes().isEmpty()) {
            dashes = new double[pen.dashes().size()];
            for (int i = 0; i < dashes.length; i++) {
                dashes[i] = pen.dashes().get(i);
            }
            graphics.setLineDashOffset(pen.offset());
        }
        graphics.setLineDashes(dashes);
    }

    private Color color(Colour colour) {
        return COLOURS.computeIfAbsent(
                colour,
                c ->
                        Color.rgb(
                                c.argb() >> 16 & 0xff,
                                c.argb() >> 8 & 0xff,
                                c.argb() & 0xff,
                                c.opacity()));
    }

    private final class Sink implements Outline.Sink {
        @Override
        public void move(double x, double y) {
            graphics.moveTo(x, y);
        }

        @Override
        public void line(double x, double y) {
            graphics.lineTo(x, y);
        }

        @Override
        public void quad(double cx, double cy, double x, double y) {
            graphics.quadraticCurveTo(cx, cy, x, y);
        }

        @Override
        public void cubic(double c1x, double c1y, double c2x, double c2y, double x, double y) {
            graphics.bezierCurveTo(c1x, c1y, c2x, c2y, x, y);
        }

        @Override
        public void close() {
            graphics.closePath();
        }
    }
}
