package io.github.binnacle.ui.graph.paint;

import io.github.binnacle.ui.draw.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds things by place: the plane in square tiles, each with the things that touch it. */
final class TileIndex<T> {
    private static final double TILE = 512;
    private static final int MANY = 256;

    private record Entry<T>(int order, T thing, Box box) {}

    private record Tile(long column, long row) {}

    private final Map<Tile, List<Entry<T>>> tiles = new HashMap<>();
    private final List<Entry<T>> large = new ArrayList<>();
    private final List<Entry<T>> all = new ArrayList<>();

    void add(T thing, Box box) {
        Entry<T> entry = new Entry<>(all.size(), thing, box);
        all.add(entry);
        if (count(box) > MANY) {
            large.add(entry);
            return;
        }
        for (long column = tile(box.x()); column <= tile(box.right()); column++) {
            for (long row = tile(box.y()); row <= tile(box.bottom()); row++) {
                tiles.computeIfAbsent(new Tile(column, row), _ -> new ArrayList<>()).add(entry);
            }
        }
    }

    /** Returns what touches an area, each once, in the order added. */
    List<T> touching(Box area) {
        List<Entry<T>> found = new ArrayList<>(large);
        if (count(area) > tiles.size()) {
            found = all;
        } else {
            for (long column = tile(area.x()); column <= tile(area.right()); column++) {
                for (long row = tile(area.y()); row <= tile(area.bottom()); row++) {
                    found.addAll(tiles.getOrDefault(new Tile(column, row), List.of()));
                }
            }
        }
        return found.stream()
                .filter(entry -> touches(entry.box(), area))
                .sorted(Comparator.comparingInt(Entry::order))
                .distinct()
                .map(Entry::thing)
                .toList();
    }

    private static boolean touches(Box box, Box area) {
        return box.x() <= area.right()
                && box.right() >= area.x()
                && box.y() <= area.bottom()
                && box.bottom() >= area.y();
    }

    private static double count(Box box) {
        return (box.width() / TILE + 2) * (box.height() / TILE + 2);
    }

    private static long tile(double coordinate) {
        return (long) Math.floor(coordinate / TILE);
    }
}
