package io.github.binnacle.testkit.rules;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Who may import whom. */
record ImportRules(String root) {

    List<ArchRule> all() {
        return Stream.of(rooms(), libraries(), features()).flatMap(List::stream).toList();
    }

    private List<ArchRule> rooms() {
        return List.of(
                only("model", "org.snakeyaml..", "tools.jackson..", "dev.cel..", "com.ibm.icu..")
                        .because(
                                "the vocabulary is for every room and every process: it opens no"
                                        + " window, starts nothing and does not log"),
                only("localengine", room("model"), "org.slf4j..", "com.sun.management..")
                        .because("the engine runs without a window, a cluster or a database"),
                only("localstore", room("model"), "org.slf4j..", "org.sqlite..")
                        .because("the store knows files and SQL, and nothing else"),
                never("ui", "editors", "app", "localengine", "localstore")
                        .because("the toolkit knows no feature and no adapter"),
                only(
                                "ui",
                                room("model.live"),
                                room("model.edit"),
                                room("model.address"),
                                room("model.problem"),
                                "javafx..",
                                "org.slf4j..",
                                "com.ibm.icu..",
                                "atlantafx..",
                                "org.kordamp.ikonli..",
                                "org.fxmisc..",
                                "org.reactfx..",
                                "org.controlsfx..",
                                "org.eclipse..")
                        .because("the toolkit knows no Kubeflow"),
                never("editors", "app", "localengine", "localstore")
                        .because("editors speak to ports; what is behind them is not theirs"),
                never("model", "ui", "editors", "app", "localengine", "localstore")
                        .because("everything stands on the model, and the model on nothing"));
    }

    private List<ArchRule> libraries() {
        return List.of(
                library("org.snakeyaml..", "model.codec"),
                library("tools.jackson..", "model.codec"),
                library("dev.cel..", "model.cel"),
                library("java.sql..", "localstore"),
                library("org.sqlite..", "localstore"),
                library("picocli..", "app"),
                library("org.eclipse.elk..", "ui"),
                noClasses()
                        .that()
                        .resideInAPackage(room("model"))
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(ProcessBuilder.class, Process.class, java.net.Socket.class)
                        .because("the model does nothing to the world"));
    }

    private List<ArchRule> features() {
        return List.of(
                slices().matching(root + ".editors.(*)..")
                        .should()
                        .notDependOnEachOther()
                        .ignoreDependency(alwaysTrue(), resideInAPackage(room("editors.parts")))
                        .as("no feature imports another")
                        .because(
                                "a feature can be read, changed and removed alone; what two need is"
                                        + " in parts"),
                slices().matching(root + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .as("rooms are free of cycles")
                        .because("rooms stand on one another in one direction"),
                slices().matching(root + ".(**)")
                        .should()
                        .beFreeOfCycles()
                        .ignoreDependency(resideInAPackage(room("model")), alwaysTrue())
                        .as("packages are free of cycles")
                        .because(
                                "two packages that need each other are one; only the words of the"
                                        + " model speak of each other"));
    }

    /** A room that may import itself, the JDK, JSpecify and these packages only. */
    private ArchRule only(String name, String... allowed) {
        String[] all =
                Stream.concat(
                                Stream.of(
                                        room(name),
                                        "java..",
                                        "javax..",
                                        "com.sun.management..",
                                        "org.jspecify.."),
                                Stream.of(allowed))
                        .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(room(name))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(all);
    }

    private ArchRule never(String name, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(room(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(others).map(this::room).toArray(String[]::new));
    }

    /** A library that one place alone knows, so that it can be changed there. */
    private ArchRule library(String library, String home) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room(home))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(home + " alone knows it, so that it can be replaced there");
    }

    private String room(String name) {
        return root + "." + name + "..";
    }
}
