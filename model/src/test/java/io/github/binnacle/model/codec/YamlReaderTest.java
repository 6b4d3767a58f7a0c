package io.github.binnacle.model.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.document.DocumentNode.MappingNode;
import io.github.binnacle.model.document.SourceRange;
import io.github.binnacle.model.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private static DocumentNode read(String text) throws SyntaxException {
        return YamlReader.read(text).getFirst();
    }

    private static String json(String text) throws SyntaxException {
        return JsonText.compact(read(text).value());
    }

    private static SyntaxException refusal(String text) {
        return catchThrowableOfType(SyntaxException.class, () -> YamlReader.read(text));
    }

    @Test
    void readsTheEscapesThatPythonWritesForSeparators() throws SyntaxException {
        var value =
                read("""
                "\\\\L\\L\\P\\N\\_": 'a\\L'
                b: c\\P
                d: |
                  \\L
                """)
                        .value();

        assertThat(value)
                .isEqualTo(
                        Value.of(
                                Map.of(
                                        "\\L\u2028\u2029\u0085\u00A0", Value.of("a\\L"),
                                        "b", Value.of("c\\P"),
                                        "d", Value.of("\\L\n"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    12          | 12
                    -0          | 0
                    +5          | 5
                    012         | 12
                    0x1F        | 31
                    0o17        | 15
                    1.50        | 1.5
                    1e3         | 1000
                    .5          | 0.5
                    1.          | 1
                    true        | true
                    False       | false
                    yes         | "yes"
                    off         | "off"
                    ~           | null
                    null        | null
                    Null        | null
                    '12'        | "12"
                    "true"      | "true"
                    !!str 12    | "12"
                    2.1.0       | "2.1.0"
                    1_000       | "1_000"
                    12:30       | "12:30"
                    2001-01-01  | "2001-01-01"
                    .nan        | ".nan"
                    -.inf       | "-.inf"
                    1e999999999 | "1e999999999"
                    1e99999999999999 | "1e99999999999999"
                    0xZZ        | "0xZZ"
                    """)
    void readsScalarsByTheCoreSchema(String text, String expected) throws SyntaxException {
        assertThat(json(text)).isEqualTo(expected);
    }

    @Test
    void keepsLongIntegersExact() throws SyntaxException {
        assertThat(json("9007199254740993")).isEqualTo("9007199254740993");
        assertThat(json("-" + "9".repeat(300))).isEqualTo("-" + "9".repeat(300));
    }

    @Test
    void takesAbsurdlyLongDigitsForText() throws SyntaxException {
        assertThat(read("9".repeat(5_000)).value()).isInstanceOf(Value.Text.class);
    }

    @Test
    void readsFlowAndBlockAlike() throws SyntaxException {
        assertThat(json("{a: [1, {b: c}], 'd': }"))
                .isEqualTo("{\"a\":[1,{\"b\":\"c\"}],\"d\":null}");
        assertThat(json("a:\n- 1\n- b: c\nd:\n")).isEqualTo("{\"a\":[1,{\"b\":\"c\"}],\"d\":null}");
    }

    @Test
    void readsBlockScalars() throws SyntaxException {
        assertThat(json("a: |\n  x\n   y\n\nb: >-\n  x\n  y\n"))
                .isEqualTo("{\"a\":\"x\\n y\\n\",\"b\":\"x y\"}");
    }

    @Test
    void followsAnchorsAndMergeKeys() throws SyntaxException {
        String text = "x: &x {a: 1, b: 2}\ny: *x\nz:\n  <<: *x\n  b: 3\n";

        assertThat(json(text))
                .isEqualTo(
                        "{\"x\":{\"a\":1,\"b\":2},\"y\":{\"a\":1,\"b\":2},\"z\":{\"b\":3,\"a\":1}}");
    }

    @Test
    void mergesSeveralMappingsTheFirstWinning() throws SyntaxException {
        String text = "[&a {k: 1}, &b {k: 2, l: 3}, {<<: [*a, *b]}]";

        assertThat(json(text)).endsWith("{\"k\":1,\"l\":3}]");
    }

    @Test
    void takesAQuotedMergeKeyForAKey() throws SyntaxException {
        assertThat(json("{'<<': {a: 1}}")).isEqualTo("{\"<<\":{\"a\":1}}");
    }

    @Test
    void readsSeveralDocuments() throws SyntaxException {
        assertThat(YamlReader.read("a: 1\n---\nb: 2\n...\n---\n- c\n")).hasSize(3);
        assertThat(YamlReader.read("# nothing\n")).isEmpty();
    }

    @Test
    void placesNodesAfterMarksSurrogatesAndWindowsLineEnds() throws SyntaxException {
        String text = "\uFEFFa: 😀\r\nb: [x,\r\n  'y 😀']\r\nc: z\r\n";

        MappingNode root = (MappingNode) read(text);

        assertThat(written(text, root, "a")).isEqualTo("😀");
        assertThat(written(text, root, "b")).isEqualTo("[x,\r\n  'y 😀']");
        assertThat(written(text, root, "c")).isEqualTo("z");
        SourceRange c = root.entry("c").orElseThrow().value().range();
        assertThat(c.line()).isEqualTo(4);
        assertThat(c.column()).isEqualTo(4);
    }

    private static String written(String text, MappingNode mapping, String key) {
        SourceRange range = mapping.entry(key).orElseThrow().value().range();
        return text.substring(range.start(), range.end());
    }

    @Test
    void endsBlockCollectionsWithTheirLastChild() throws SyntaxException {
        String text = "a:\n  b: 1\n  c: 2\n\n# comment\nd: 3\n";

        MappingNode root = (MappingNode) read(text);

        assertThat(written(text, root, "a")).isEqualTo("b: 1\n  c: 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {a: 1, b: 2, a: 3} | document.duplicate-key | 1
                    {"a": 1, a: 2}     | document.duplicate-key | 1
                    {[1]: 2}           | document.key-not-text  | 1
                    a: *gone           | document.unknown-alias | 1
                    a: [1, 2           | document.syntax        | 1
                    a: 'x              | document.syntax        | 1
                    a: b: c            | document.syntax        | 1
                    """)
    void refusesWithItsLine(String text, String code, int line) {
        SyntaxException refusal = refusal(text);

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.range().line()).isEqualTo(line);
    }

    @Test
    void namesTheLineOfABrokenKeyFarDown() {
        SyntaxException refusal = refusal("a: 1\nb:\n  c: 2\n  c: 3\n");

        assertThat(refusal.range().line()).isEqualTo(4);
        assertThat(refusal.arguments()).containsEntry("line", 3).containsEntry("key", "c");
    }

    @Test
    void refusesTabsAsIndentation() {
        assertThat(refusal("a:\n\tb: 1\n").range().line()).isEqualTo(2);
    }

    @Test
    void refusesControlCharactersWithTheirPlace() {
        SyntaxException refusal = refusal("a: 1\nb: x\u0001y\n");

        assertThat(refusal.code()).isEqualTo("document.bad-character");
        assertThat(refusal.range().line()).isEqualTo(2);
        assertThat(refusal.arguments()).containsEntry("code", "U+1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void refusesDepthWithoutOverflow(String open) {
        assertThat(refusal(open.repeat(5_000)).code()).isEqualTo("document.too-deep");
    }

    @Test
    void takesTheDepthThatIsAllowed() throws SyntaxException {
        assertThat(read("[".repeat(100) + "]".repeat(100))).isNotNull();
        assertThat(refusal("[".repeat(101) + "]".repeat(101)).code())
                .isEqualTo("document.too-deep");
    }

    @Test
    void refusesAliasBombsBeforeTheyBurst() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String aliases =
                    String.join(", ", List.of(("*a" + (i - 1) + " ").repeat(10).split(" ")));
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, aliases));
        }

        assertThat(refusal(bomb.toString()).code()).isEqualTo("document.too-many-nodes");
    }

    @Test
    void takesMoreAliasesThanTheLibrarysDefault() throws SyntaxException {
        String text = "a: &a {b: 1}\nl: [" + "*a, ".repeat(500) + "]\n";

        assertThat(read(text)).isNotNull();
    }

    @Test
    void refusesATextThatIsTooLarge() {
        assertThat(refusal(" ".repeat(50_000_001)).code()).isEqualTo("document.too-large");
    }
}
