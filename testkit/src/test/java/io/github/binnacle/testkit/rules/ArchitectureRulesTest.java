package io.github.binnacle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules find what they forbid, in classes that were made to break them. */
class ArchitectureRulesTest {
    private static final String SAMPLE = "io.github.binnacle.testkit.rules.sample";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(SAMPLE);
    private static final List<String> FOUND =
            new ArchitectureRules(SAMPLE)
                    .all().stream()
                            .flatMap(rule ->
                                    rule
                                            .allowEmptyShould(true)
                                            .evaluate(CLASSES)
                                            .getFailureReport()
                                            .getDetails()
                                            .stream())
                            .toList();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Score is a class with state",
                "ScoreManager.start()> calls constructor <java.lang.ProcessBuilder",
                "Score.next()> gets field <java.lang.System.out>",
                "Score.next()> calls method <java.lang.Thread.ofVirtual()>",
                "sample.model.util.ScoreManager> does reside in any package",
                "sample.model.util.ScoreManager> has name matching",
                "Platform.runLater",
                "ScoreViewModel.nodes> has type <javafx.scene.Group>",
                "ScoreViewModel.show(io.github.binnacle.testkit.rules.sample.editors.pipeline.Canvas)>"
                        + " has parameter of type",
                "Canvas.isShown()> calls method"
                        + " <io.github.binnacle.testkit.rules.sample.editors.lineage.Ancestors.count()>",
                "Rows.count> has type <javafx.beans.property.SimpleIntegerProperty>",
                "localstore is not @NullMarked"
            })
    void findsWhatIsForbidden(String violation) {
        assertThat(FOUND).anyMatch(detail -> detail.contains(violation));
    }

    @Test
    void findsNothingInAClassThatKeepsToTheRules() {
        assertThat(FOUND)
                .noneMatch(detail -> detail.startsWith("Class <" + SAMPLE + ".editors.lineage"));
    }
}
