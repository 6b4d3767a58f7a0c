package io.github.binnacle.testkit.documents;

import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * Damages texts of documents in many ways; the same seed damages the same way.
 *
 * <p>Characters are flipped, lines dropped, doubled and swapped, types changed, texts spliced and
 * cut; bombs of aliases and of depth are set, and words that are hard to read are put in.
 */
public final class DocumentMutator {
    private static final List<String> HARD_WORDS =
            List.of(
                    ".nan",
                    ".inf",
                    "-.inf",
                    "1e999999999",
                    "-1e-999999999",
                    "1e99999999999999",
                    "0x",
                    "0xffffffffffffffffffffffff",
                    "9".repeat(2_000),
                    "1_000",
                    "0b1",
                    "012",
                    "~",
                    "null",
                    "true",
                    "!!binary x",
                    "!!python/object:os.system x",
                    "!<tag:x> y",
                    "*unknown",
                    "&a *a",
                    "<<",
                    "<<: *a",
                    "? [a, b]",
                    "{a: 1, a: 2}",
                    "[",
                    "]",
                    "{",
                    "}",
                    "\"\\ud800\"",
                    "\"\\x00\"",
                    "\u0000",
                    "\u0085",
                    "\u2028",
                    "\uFEFF",
                    "\uD800",
                    "\uDC00\uD83D",
                    "😀",
                    "\t",
                    "%YAML 9.9",
                    "---",
                    "...",
                    "|",
                    ">+9",
                    "{{$.inputs.parameters['x']}}",
                    "{{$}}",
                    "{{$.",
                    "'{\"Concat\": [",
                    "''",
                    "inputs.parameter_values['x'] == ",
                    "(".repeat(3_000),
                    "1" + "+1".repeat(5_000),
                    "a" + ".b".repeat(9_000),
                    "10s",
                    "-1",
                    "1.5",
                    "''''");

    private final Random random;
    private final StructureMutations structure;
    private final List<BiFunction<String, String, String>> kinds;

    public DocumentMutator(long seed) {
        random = new Random(seed);
        structure = new StructureMutations(random);
        kinds =
                List.of(
                        (text, _) -> flipped(text),
                        (text, _) -> withoutLines(text),
                        (text, _) -> withLineTwice(text),
                        (text, _) -> withLinesSwapped(text),
                        (text, _) -> withHardWord(text),
                        (text, _) -> withHardWord(text),
                        (text, _) -> cut(text),
                        this::spliced,
                        (text, _) -> structure.withDeepNesting(text),
                        (text, _) -> structure.withAliasBomb(text),
                        (text, _) -> structure.withTreeChanged(text),
                        (text, _) -> structure.withTreeChanged(text),
                        (text, _) -> structure.withTreeChanged(text),
                        (text, _) -> indented(text));
    }

    /** Returns a damaged copy of one of the texts. */
    public String mutate(List<String> texts) {
        String mutated = pick(texts);
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            mutated = pick(kinds).apply(mutated, pick(texts));
        }
        return mutated;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private int place(String text) {
        return random.nextInt(text.length() + 1);
    }

    private String flipped(String text) {
        StringBuilder flipped = new StringBuilder(text);
        for (int i = 0; i < 1 + random.nextInt(8) && !flipped.isEmpty(); i++) {
            int at = random.nextInt(flipped.length());
            flipped.setCharAt(at, (char) (flipped.charAt(at) ^ (1 << random.nextInt(8))));
        }
        return flipped.toString();
    }

    private String withoutLines(String text) {
        int start = lineStart(text, place(text));
        int end = start;
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            end = nextLine(text, end);
        }
        return text.substring(0, start) + text.substring(end);
    }

    private String withLineTwice(String text) {
        int start = lineStart(text, place(text));
        return text.substring(0, start)
                + text.substring(start, nextLine(text, start))
                + text.substring(start);
    }

    private String withLinesSwapped(String text) {
        int start = lineStart(text, place(text));
        int middle = nextLine(text, start);
        int end = nextLine(text, middle);
        return text.substring(0, start)
                + text.substring(middle, end)
                + text.substring(start, middle)
                + text.substring(end);
    }

    /** Puts a hard word in the place of what follows a colon, or anywhere. */
    private String withHardWord(String text) {
        int colon = text.indexOf(": ", place(text));
        String word = pick(HARD_WORDS);
        if (colon < 0 || random.nextInt(4) == 0) {
            int at = place(text);
            return text.substring(0, at) + word + text.substring(at);
        }
        int end = text.indexOf('\n', colon);
        return text.substring(0, colon + 2) + word + (end < 0 ? "" : text.substring(end));
    }

    private String cut(String text) {
        return random.nextBoolean() ? text.substring(0, place(text)) : text.substring(place(text));
    }

    private String spliced(String text, String other) {
        return text.substring(0, place(text)) + other.substring(place(other));
    }

    private String indented(String text) {
        int start = lineStart(text, place(text));
        String gap = pick(List.of(" ", "  ", "\t", "        "));
        return text.substring(0, start) + gap + text.substring(start);
    }

    private static int lineStart(String text, int place) {
        return text.lastIndexOf('\n', place - 1) + 1;
    }

    private static int nextLine(String text, int place) {
        int end = text.indexOf('\n', place);
        return end < 0 ? text.length() : end + 1;
    }
}
