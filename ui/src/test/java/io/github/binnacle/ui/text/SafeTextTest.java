package io.github.binnacle.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {
    @Test
    void marksWhatWouldMisleadAndKeepsTheLength() {
        assertThat(SafeText.marked("a\u202eb\u001b[31mc\u2066\n\td"))
                .isEqualTo("a\ufffdb\ufffd[31mc\ufffd\n\td");
    }

    @Test
    void leavesHarmlessTextsOfEveryScriptAlone() {
        String text = "Größe, 大小, גודל, 🚀\n";

        assertThat(SafeText.marked(text)).isSameAs(text);
    }
}
