package io.github.binnacle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.testkit.text.TextKeys;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TextKeysTest {
    @Test
    void everyTextThatIsUsedIsThereAndEveryTextThatIsThereIsUsed() throws IOException {
        assertThat(TextKeys.mistakes(Path.of("").toAbsolutePath())).isEmpty();
    }
}
