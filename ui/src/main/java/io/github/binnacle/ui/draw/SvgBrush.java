package io.github.binnacle.ui.draw;

import io.github.binnacle.ui.theme.Colour;
import io.github.binnacle.ui.theme.Typeface;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes drawings as SVG 1.1; texts stay texts, as wide as measured whatever font shows them. */
public final class SvgBrush implements Brush {
    private final StringBuilder body = new StringBuilder();
    private int definitions;

    /** Returns what was drawn as a document of its own. */
    public String document(double width, double height, String title) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\">\n<title>%s</title>\n%s</svg>\n"
                .formatted(
                        number(width),
                        number(height),
                        number(width),
                        number(height),
                        escaped(title),
                        body);
    }

    @Override
    public void fill(Box box, double radius, Colour colour) {
        write("<rect " + place(box, radius) + paint("fill", colour) + "/>");
    }

    @Override
    public void stroke(Box box, double radius, Pen pen) {
        write("<rect " + place(box, radius) + line(pen) + "/>");
    }

    @Override
    public void fill(Outline outline, Colour colour) {
        write("<path d=\"" + path(outline) + "\"" + paint("fill", colour) + "/>");
    }

    @Override
    public void stroke(Outline outline, Pen pen) {
        write("<path d=\"" + path(outline) + "\"" + line(pen) + "/>");
    }

    @Override
    public void text(String text, double x, double baseline, TextStyle style, Colour colour) {
        Typeface typeface = style.typeface();
        String generic = typeface.webFamily().endsWith("Mono") ? "monospace" : "sans-serif";
        write(
                "<text x=\"%s\" y=\"%s\" font-family=\"%s, %s\" font-size=\"%s\" font-weight=\"%d\" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\"%s>%s</text>"
                        .formatted(
                                number(x),
                                number(baseline),
                                typeface.webFamily(),
                                generic,
                                number(style.size()),
                                typeface.weight(),
                                number(style.width(text)),
                                paint("fill", colour),
                                escaped(text)));
    }

    @Override
    public void icon(String name, Box square, Colour colour) {
        Icons.find(name).ifPresent(icon -> fill(icon.outline(square), colour));
    }

    @Override
    public void dots(Box box, double originX, double originY, double step, Colour colour) {
        String id = "dots" + definitions++;
        write(
                "<pattern id=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" patternUnits=\"userSpaceOnUse\"><circle cx=\"1\" cy=\"1\" r=\"1\"%s/></pattern>"
                        .formatted(
                                id,
                                number(originX - 1),
                                number(originY - 1),
                                number(step),
                                number(step),
                                paint("fill", colour)));
        write("<rect " + place(box, 0) + " fill=\"url(#" + id + ")\"/>");
    }

    @Override
    public void clipped(Box box, Runnable drawing) {
        String id = "clip" + definitions++;
        write("<clipPath id=\"" + id + "\"><rect " + place(box, 0) + "/></clipPath>");
        grouped("clip-path=\"url(#" + id + ")\"", drawing);
    }

    @Override
    public void faded(double opacity, Runnable drawing) {
        grouped("opacity=\"" + number(opacity) + "\"", drawing);
    }

    @Override
    public void moved(double dx, double dy, double scale, Runnable drawing) {
        String scaling = scale == 1 ? "" : " scale(" + number(scale) + ")";
        grouped(
                "transform=\"translate(" + number(dx) + " " + number(dy) + ")" + scaling + "\"",
                drawing);
    }

    @Override
    public void named(String kind, String name, Runnable drawing) {
        grouped("class=\"" + kind + "\" data-name=\"" + escaped(name) + "\"", drawing);
    }

    private void grouped(String attributes, Runnable drawing) {
        write("<g " + attributes + ">");
        drawing.run();
        write("</g>");
    }

    private void write(String element) {
        body.append(element).append('\n');
    }

    private static String place(Box box, double radius) {
        String place =
                "x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
                        .formatted(
                                number(box.x()),
                                number(box.y()),
                                number(box.width()),
                                number(box.height()));
        return radius == 0 ? place : place + " rx=\"" + number(radius) + "\"";
    }

    private static String paint(String property, Colour colour) {
        String paint = " " + property + "=\"" + colour.hex() + "\"";
        return colour.opacity() == 1
                ? paint
                : paint + " " + property + "-opacity=\"" + number(colour.opacity()) + "\"";
    }

    private static String line(Pen pen) {
        String dashes =
                pen.dashes().stream().map(SvgBrush::number).collect(Collectors.joining(" "));
        return " fill=\"none\""
                + paint("stroke", pen.colour())
                + " stroke-width=\""
                + number(pen.width())
                + "\" stroke-linecap=\"round\" stroke-linejoin=\"round\""
                + (dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
    }

    private static String path(Outline outline) {
        StringBuilder path = new StringBuilder();
        outline.describe(new PathSink(path));
        return path.toString();
    }

    private record PathSink(StringBuilder path) implements Outline.Sink {
        @Override
        public void move(double x, double y) {
            add('M', x, y);
        }

        @Override
        public void line(double x, double y) {
            add('L', x, y);
        }

        @Override
        public void quad(double cx, double cy, double x, double y) {
            add('Q', cx, cy, x, y);
        }

        @Override
        public void cubic(double c1x, double c1y, double c2x, double c2y, double x, double y) {
            add('C', c1x, c1y, c2x, c2y, x, y);
        }

        @Override
        public void close() {
            path.append('Z');
        }

        private void add(char part, double... values) {
            path.append(part);
            for (int i = 0; i < values.length; i++) {
                path.append(i == 0 ? "" : " ").append(number(values[i]));
            }
        }
    }

    private static String number(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return rounded == Math.rint(rounded)
                ? String.valueOf((long) rounded)
                : String.format(Locale.ROOT, "%.2f", rounded).replaceAll("0$", "");
    }

    /** XML cannot carry most control characters at all. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll(
                        "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]",
                        "\ufffd");
    }
}
