package io.github.binnacle.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.github.binnacle.testkit.rules.ArchitectureRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the production classes of all rooms to the rules of the house. */
class ArchitectureTest {
    private static final String ROOT = "io.github.binnacle";
    private static final List<String> ROOMS =
            List.of("model", "localengine", "localstore", "ui", "editors", "app");
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("/testkit/"))
                    .importPackages(ROOT);

    @Test
    void seesEveryRoom() {
        for (String room : ROOMS) {
            var prefix = ROOT + "." + room;

            assertThat(CLASSES).as(room).anyMatch(type -> type.getName().startsWith(prefix));
        }
    }

    static List<ArchRule> rules() {
        return new ArchitectureRules(ROOT).all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void keepsTo(ArchRule rule) {
        rule.check(CLASSES);
    }
}
