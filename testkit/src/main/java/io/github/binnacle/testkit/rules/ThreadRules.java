package io.github.binnacle.testkit.rules;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/** Which thread does what, and who starts threads. */
record ThreadRules(String root) {
    private static final String PLATFORM = "javafx.application.Platform";

    List<ArchRule> all() {
        return List.of(
                noClasses()
                        .that()
                        .doNotHaveSimpleName("FxThread")
                        .should()
                        .callMethod(PLATFORM, "runLater", Runnable.class.getName())
                        .because(
                                "FxThread is the one bridge to the JavaFX thread: there values are"
                                        + " merged and bounded"),
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("ViewModel")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                        .because("view models are tested without a screen"),
                noClasses()
                        .that()
                        .resideInAnyPackage(root + ".model..", root + ".ui..", root + ".editors..")
                        .and()
                        .doNotHaveSimpleName("Jobs")
                        .should()
                        .accessTargetWhere(startsThread())
                        .because(
                                "work runs as a job, where it has a title, can be canceled and its"
                                        + " failure is seen"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage(root + ".app..")
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .because("only the command line prints; others return values or log"));
    }

    private static DescribedPredicate<JavaAccess<?>> startsThread() {
        DescribedPredicate<JavaAccess<?>> constructs =
                target(owner(assignableTo(Thread.class)))
                        .and(
                                target(
                                        nameMatching(
                                                "<init>|ofVirtual|ofPlatform|startVirtualThread")));
        DescribedPredicate<JavaAccess<?>> pools =
                target(owner(assignableTo(Executors.class)))
                        .or(target(owner(assignableTo(ForkJoinPool.class))));
        return constructs.or(pools).as("a thread is started");
    }
}
