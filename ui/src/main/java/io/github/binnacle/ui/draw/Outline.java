package io.github.binnacle.ui.draw;

import java.util.Arrays;

/** An immutable path of lines and curves. */
public final class Outline {
    /** Is told the parts of a path in order. */
    public interface Sink {
        void move(double x, double y);

        void line(double x, double y);

        void quad(double cx, double cy, double x, double y);

        void cubic(double c1x, double c1y, double c2x, double c2y, double x, double y);

        void close();
    }

    private final byte[] parts;
    private final double[] coordinates;

    private Outline(byte[] parts, double[] coordinates) {
        this.parts = parts;
        this.coordinates = coordinates;
    }

    public static Builder at(double x, double y) {
        return new Builder().move(x, y);
    }

    /** A whole circle. */
    public static Outline circle(double cx, double cy, double radius) {
        return arc(cx, cy, radius, 0, 360);
    }

    /**
     * A part of a circle.
     *
     * @param start degrees clockwise from three o'clock
     * @param sweep degrees clockwise; 360 closes it
     */
    public static Outline arc(double cx, double cy, double radius, double start, double sweep) {
        int pieces = (int) Math.ceil(sweep / 90);
        double step = Math.toRadians(sweep / pieces);
        double k = 4.0 / 3 * Math.tan(step / 4) * radius;
        double angle = Math.toRadians(start);
        Builder builder = at(cx + radius * Math.cos(angle), cy + radius * Math.sin(angle));
        for (int i = 0; i < pieces; i++) {
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            angle += step;
            double endX = cx + radius * Math.cos(angle);
            double endY = cy + radius * Math.sin(angle);
            builder.cubic(
                    cx + radius * cos - k * sin,
                    cy + radius * sin + k * cos,
                    endX + k * Math.sin(angle),
                    endY - k * Math.cos(angle),
                    endX,
                    endY);
        }
        return sweep >= 360 ? builder.close().build() : builder.build();
    }

    public void describe(Sink sink) {
        int at = 0;
        double[] c = coordinates;
        for (byte part : parts) {
            switch (part) {
                case 'M' -> sink.move(c[at], c[at + 1]);
                case 'L' -> sink.line(c[at], c[at + 1]);
                case 'Q' -> sink.quad(c[at], c[at + 1], c[at + 2], c[at + 3]);
                case 'C' ->
                        sink.cubic(c[at], c[at + 1], c[at + 2], c[at + 3], c[at + 4], c[at + 5]);
                default -> sink.close();
            }
            at += size(part);
        }
    }

    /** A box around all its points, those that only steer curves included. */
    public Box bounds() {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < coordinates.length; i += 2) {
            left = Math.min(left, coordinates[i]);
            right = Math.max(right, coordinates[i]);
            top = Math.min(top, coordinates[i + 1]);
            bottom = Math.max(bottom, coordinates[i + 1]);
        }
        return Box.between(left, top, right, bottom);
    }

    private static int size(byte part) {
        return switch (part) {
            case 'M', 'L' -> 2;
            case 'Q' -> 4;
            case 'C' -> 6;
            default -> 0;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Outline outline
                && Arrays.equals(parts, outline.parts)
                && Arrays.equals(coordinates, outline.coordinates);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(coordinates);
    }

    /** Collects the parts of a path. */
    public static final class Builder {
        private byte[] parts = new byte[8];
        private double[] coordinates = new double[16];
        private int partCount;
        private int coordinateCount;

        private Builder() {}

        public Builder move(double x, double y) {
            return add('M', x, y);
        }

        public Builder line(double x, double y) {
            return add('L', x, y);
        }

        public Builder quad(double cx, double cy, double x, double y) {
            return add('Q', cx, cy, x, y);
        }

        public Builder cubic(double c1x, double c1y, double c2x, double c2y, double x, double y) {
            return add('C', c1x, c1y, c2x, c2y, x, y);
        }

        public Builder close() {
            return add('Z');
        }

        public Outline build() {
            return new Outline(
                    Arrays.copyOf(parts, partCount), Arrays.copyOf(coordinates, coordinateCount));
        }

        private Builder add(char part, double... values) {
            if (partCount == parts.length) {
                parts = Arrays.copyOf(parts, partCount * 2);
            }
            if (coordinateCount + values.length > coordinates.length) {
                coordinates = Arrays.copyOf(coordinates, coordinates.length * 2);
            }
            parts[partCount++] = (byte) part;
            System.arraycopy(values, 0, coordinates, coordinateCount, values.length);
            coordinateCount += values.length;
            return this;
        }
    }
}
