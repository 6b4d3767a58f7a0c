package io.github.binnacle.editors.parts;

import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.run.ArtifactSource;
import io.github.binnacle.model.run.ArtifactSource.Part;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.ui.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be shown of an artifact's content. */
public sealed interface ArtifactPreview {
    /** Most bytes read for a preview. */
    int MOST_BYTES = 1_000_000;

    /** Most rows of a table that are shown. */
    int MOST_ROWS = 500;

    /**
     * @param isWhole whether this is all there is
     */
    record Text(String text, boolean isWhole) implements ArtifactPreview {}

    /**
     * @param rows the first is the head; each as long as the head
     */
    record Table(List<List<String>> rows, boolean isWhole) implements ArtifactPreview {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    record Picture(byte[] content) implements ArtifactPreview {}

    /** A directory, to choose a part of. */
    record Directory(List<Part> parts) implements ArtifactPreview {
        public Directory {
            parts = List.copyOf(parts);
        }
    }

    /** Something that is not text. */
    record Binary(long bytes) implements ArtifactPreview {}

    /** There is no content on this computer. */
    record Absent() implements ArtifactPreview {}

    /** Reads an artifact, or lists its parts if it is a directory. Blocks. */
    static ArtifactPreview of(ArtifactSource source, RuntimeArtifact artifact) throws IOException {
        List<Part> parts = source.parts(artifact);
        if (parts.isEmpty()) {
            return new Absent();
        }
        return parts.size() == 1 && parts.getFirst().name().isEmpty()
                ? of(source, artifact, parts.getFirst())
                : new Directory(parts);
    }

    /** Reads one part. Blocks. */
    static ArtifactPreview of(ArtifactSource source, RuntimeArtifact artifact, Part part)
            throws IOException {
        byte[] head;
        try (InputStream in = source.open(artifact, part.name())) {
            head = in.readNBytes(MOST_BYTES);
        }
        if (isPicture(head)) {
            return new Picture(head);
        }
        int looked = Math.min(head.length, 8192);
        for (int i = 0; i < looked; i++) {
            if (head[i] == 0) {
                return new Binary(part.bytes());
            }
        }
        boolean isWhole = head.length < MOST_BYTES;
        String name = part.name().isEmpty() ? artifact.uri() : part.name();
        String text = new String(head, StandardCharsets.UTF_8).replace("\r\n", "\n");
        return text(SafeText.marked(text), isWhole, name);
    }

    private static boolean isPicture(byte[] head) {
        boolean isPng = head.length > 8 && head[0] == (byte) 0x89 && head[1] == 'P';
        boolean isJpeg = head.length > 3 && head[0] == (byte) 0xff && head[1] == (byte) 0xd8;
        boolean isGif = head.length > 6 && head[0] == 'G' && head[1] == 'I' && head[2] == 'F';
        return isPng || isJpeg || isGif;
    }

    private static ArtifactPreview text(String text, boolean isWhole, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Optional<Character> separator = separator(text, lower);
        if (separator.isPresent()) {
            return table(text, isWhole, separator.get());
        }
        String stripped = text.stripLeading();
        boolean mayBeJson = stripped.startsWith("{") || stripped.startsWith("[");
        return new Text(isWhole && mayBeJson ? pretty(text) : text, isWhole);
    }

    /** Takes a text for a table by its name, or by as many commas in each of its first lines. */
    private static Optional<Character> separator(String text, String name) {
        if (name.endsWith(".tsv")) {
            return Optional.of('\t');
        }
        if (name.endsWith(".csv")) {
            return Optional.of(',');
        }
        List<String> lines = text.lines().limit(4).toList();
        long commas = lines.isEmpty() ? 0 : count(lines.getFirst());
        boolean isEven = lines.stream().allMatch(line -> count(line) == commas);
        boolean isProse = text.startsWith("{") || text.startsWith("[") || text.contains(", ");
        return lines.size() > 2 && commas > 0 && isEven && !isProse
                ? Optional.of(',')
                : Optional.empty();
    }

    private static long count(String line) {
        return line.chars().filter(character -> character == ',').count();
    }

    private static Table table(String text, boolean isWhole, char separator) {
        List<List<String>> rows = new ArrayList<>();
        List<String> lines = text.lines().limit(MOST_ROWS + 1L).toList();
        int columns = lines.isEmpty() ? 0 : cells(lines.getFirst(), separator).size();
        for (String line : lines) {
            List<String> cells = cells(line, separator);
            String[] row = Arrays.copyOf(cells.toArray(new String[0]), columns);
            rows.add(Arrays.stream(row).map(cell -> cell == null ? "" : cell).toList());
        }
        return new Table(rows, isWhole && lines.size() <= MOST_ROWS);
    }

    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (char next : line.toCharArray()) {
            if (next == '"') {
                isQuoted = !isQuoted;
            } else if (next == separator && !isQuoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(next);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static String pretty(String json) {
        try {
            return JsonText.pretty(JsonReader.parse(json));
        } catch (SyntaxException e) {
            return json;
        }
    }
}
