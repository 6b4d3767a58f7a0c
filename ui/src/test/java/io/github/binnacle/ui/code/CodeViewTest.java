package io.github.binnacle.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.testkit.fx.HeadlessFx;
import java.util.List;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(HeadlessFx.class)
class CodeViewTest {
    private static CodeView shown() {
        CodeView view = new CodeView("text");
        Scene scene = new Scene(view, 600, 400);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return view;
    }

    @Test
    void showsMegabytesWithoutKeepingTheUserWaiting() {
        CodeView view = shown();
        SourceText large = SourceText.of("      - name: \"task\"\n".repeat(170_000), Language.YAML);
        long start = System.nanoTime();

        view.show(large);
        view.goTo(150_000, 4);
        view.layout();

        assertThat(large.text().length()).isGreaterThan(3_500_000);
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertThat(millis).isLessThan(15_000);
    }

    @Test
    void keepsAnEmptyTextAndMarksBeyondItHarmless() {
        CodeView view = shown();

        view.setMarks(List.of(new CodeMark(7, 3, 5, Severity.ERROR, "wrong")));
        view.show(SourceText.of("", Language.YAML));
        view.goTo(7, 3);
        view.emphasise(2, 9);

        assertThat(view.getChildren()).hasSize(1);
    }
}
