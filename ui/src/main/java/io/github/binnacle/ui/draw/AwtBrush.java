package io.github.binnacle.ui.draw;

import io.github.binnacle.ui.theme.Colour;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/**
 * Draws into a picture without a display.
 *
 * <p>Texts are filled outlines of the bundled fonts, so that pictures are the same everywhere; only
 * characters that these lack come from the computer's own fonts.
 */
public final class AwtBrush implements Brush {
    private Graphics2D graphics;
    private double opacity = 1;

    public AwtBrush(Graphics2D graphics) {
        this.graphics = graphics;
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }

    @Override
    public void fill(Box box, double radius, Colour colour) {
        use(colour);
        graphics.fill(shape(box, radius));
    }

    @Override
    public void stroke(Box box, double radius, Pen pen) {
        use(pen);
        graphics.draw(shape(box, radius));
    }

    @Override
    public void fill(Outline outline, Colour colour) {
        use(colour);
        graphics.fill(shape(outline));
    }

    @Override
    public void stroke(Outline outline, Pen pen) {
        use(pen);
        graphics.draw(shape(outline));
    }

    @Override
    public void text(String text, double x, double baseline, TextStyle style, Colour colour) {
        use(colour);
        TrueTypeFont font = TrueTypeFont.of(style.typeface());
        double at = x;
        for (int codePoint : text.codePoints().toArray()) {
            if (font.has(codePoint)) {
                graphics.fill(shape(font.outline(codePoint, at, baseline, style.size())));
            } else {
                graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1));
                graphics.setFont(graphics.getFont().deriveFont((float) style.size()));
                graphics.drawString(Character.toString(codePoint), (float) at, (float) baseline);
            }
            at += font.advance(codePoint) * style.size();
        }
    }

    @Override
    public void icon(String name, Box square, Colour colour) {
        use(colour);
        Icons.find(name).ifPresent(icon -> graphics.fill(shape(icon.outline(square))));
    }

    @Override
    public void dots(Box box, double originX, double originY, double step, Colour colour) {
        double left = originX + Math.floor((box.x() - originX) / step) * step;
        double top = originY + Math.floor((box.y() - originY) / step) * step;
        use(colour);
        for (double y = top; y < box.bottom() + 1; y += step) {
            for (double x = left; x < box.right() + 1; x += step) {
                graphics.fill(shape(Box.around(x, y, 2), 1));
            }
        }
    }

    @Override
    public void clipped(Box box, Runnable drawing) {
        Shape clip = graphics.getClip();
        graphics.clip(shape(box, 0));
        drawing.run();
        graphics.setClip(clip);
    }

    @Override
    public void faded(double by, Runnable drawing) {
        double before = opacity;
        Composite composite = graphics.getComposite();
        opacity = before * by;
        graphics.setComposite(AlphaComposite.SrcOver.derive((float) opacity));
        drawing.run();
        graphics.setComposite(composite);
        opacity = before;
    }

    @Override
    public void moved(double dx, double dy, double scale, Runnable drawing) {
        AffineTransform transform = graphics.getTransform();
        graphics.translate(dx, dy);
        graphics.scale(scale, scale);
        drawing.run();
        graphics.setTransform(transform);
    }

    private void use(Colour colour) {
        graphics.setColor(new Color(colour.argb(), true));
    }

    private void use(Pen pen) {
        use(pen.colour());
        float[] dashes = new float[pen.dashes().size()];
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] = pen.dashes().get(i).floatValue();
        }
        graphics.setStroke(
                new BasicStroke(
                        (float) pen.width(),
                        BasicStroke.CAP_ROUND,
                        BasicStroke.JOIN_ROUND,
                        10,
                        dashes.length == 0 ? null : dashes,
                        (float) pen.offset()));
    }

    private static Shape shape(Box box, double radius) {
        return radius == 0
                ? new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height())
                : new RoundRectangle2D.Double(
                        box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
    }

    private static Shape shape(Outline outline) {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        outline.describe(new PathSink(path));
        return path;
    }

    private record PathSink(Path2D.Double path) implements Outline.Sink {
        @Override
        public void move(double x, double y) {
            path.moveTo(x, y);
        }

        @Override
        public void line(double x, double y) {
            path.lineTo(x, y);
        }

        @Override
        public void quad(double cx, double cy, double x, double y) {
            path.quadTo(cx, cy, x, y);
        }

        @Override
        public void cubic(double c1x, double c1y, double c2x, double c2y, double x, double y) {
            path.curveTo(c1x, c1y, c2x, c2y, x, y);
        }

        @Override
        public void close() {
            path.closePath();
        }
    }
}
