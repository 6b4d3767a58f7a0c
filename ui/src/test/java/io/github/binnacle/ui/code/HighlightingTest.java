package io.github.binnacle.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HighlightingTest {
    private static List<String> parts(String text, Language language, int line) {
        SourceText source = SourceText.of(text, language);
        return source.spans(line).stream()
                .map(span ->
                        span.style().substring(5)
                                + ":"
                                + source.line(line).substring(span.start(), span.end()))
                .toList();
    }

    @Test
    void tellsKeysFromValuesInYaml() {
        String yaml =
                "root:\n  name: \"a: b\" # why\n  limit: 10\n  - on: true\n  note: plain text";

        assertThat(parts(yaml, Language.YAML, 0)).containsExactly("key:root");
        assertThat(parts(yaml, Language.YAML, 1))
                .containsExactly("key:name", "string:\"a: b\"", "comment:# why");
        assertThat(parts(yaml, Language.YAML, 2)).containsExactly("key:limit", "keyword:10");
        assertThat(parts(yaml, Language.YAML, 3)).containsExactly("key:on", "keyword:true");
        assertThat(parts(yaml, Language.YAML, 4)).containsExactly("key:note");
    }

    @Test
    void followsTextOverSeveralLines() {
        String yaml =
                "args: \"import kfp\n  key: no\\\n  end\"\nnext: |\n  code: no\n\n  more\nafter: 1";

        assertThat(parts(yaml, Language.YAML, 1)).containsExactly("string:  key: no\\");
        assertThat(parts(yaml, Language.YAML, 2)).containsExactly("string:  end\"");
        assertThat(parts(yaml, Language.YAML, 4)).containsExactly("string:  code: no");
        assertThat(parts(yaml, Language.YAML, 6)).containsExactly("string:  more");
        assertThat(parts(yaml, Language.YAML, 7)).containsExactly("key:after", "keyword:1");
    }

    @Test
    void readsJsonAsTheYamlThatItIs() {
        assertThat(parts("{\"a\": [1, true, \"x\"]}", Language.YAML, 0))
                .containsExactly("key:\"a\"", "keyword:1", "keyword:true", "string:\"x\"");
    }

    @Test
    void highlightsPython() {
        String python =
                "@dsl.component\ndef train(x: int):  # go\n    \"\"\"Doc\n    return\n    \"\"\"\n    return 'a'";

        assertThat(parts(python, Language.PYTHON, 0)).containsExactly("key:@dsl.component");
        assertThat(parts(python, Language.PYTHON, 1))
                .containsExactly("keyword:def", "key:train", "comment:# go");
        assertThat(parts(python, Language.PYTHON, 3)).containsExactly("string:    return");
        assertThat(parts(python, Language.PYTHON, 5))
                .containsExactly("keyword:return", "string:'a'");
    }

    @Test
    void keepsTheOffsetsOfTextsWithWindowsLineEnds() {
        SourceText source = SourceText.of("a: 1\r\nb: 2\r\n", Language.YAML);

        assertThat(source.text()).isEqualTo("a: 1\nb: 2\n");
        assertThat(source.lineCount()).isEqualTo(3);
        assertThat(source.line(1)).isEqualTo("b: 2");
    }

    @Test
    void preparesMegabytesInAMoment() {
        String large = "  - name: \"task\"\n    value: 1\n".repeat(120_000);
        long start = System.nanoTime();

        SourceText source = SourceText.of(large, Language.YAML);

        assertThat(source.lineCount()).isEqualTo(240_001);
        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    }
}
