package io.github.binnacle.testkit.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** What classes and packages look like and are called. */
record ShapeRules(String root) {

    List<ArchRule> all() {
        return List.of(
                classes()
                        .that(areDomainTypes())
                        .should(beValues())
                        .because(
                                "what things are crosses threads and is compared: it is immutable"
                                        + " and equal by content"),
                classes()
                        .that()
                        .resideInAPackage(root + "..")
                        .should(beNullMarked())
                        .because("nothing is null unless it says so, in every package"),
                noClasses()
                        .should()
                        .resideInAnyPackage("..util..", "..common..", "..impl..", "..manager..")
                        .because("a package is named for what is in it"),
                noClasses()
                        .that()
                        .areTopLevelClasses()
                        .should()
                        .haveNameMatching(".*(Manager|Helper|Utils?|Impl)")
                        .because("a class is named for what it is"));
    }

    /**
     * Public classes with state in the model, but not those that work: codecs, CEL, live values,
     * the history of edits.
     */
    private DescribedPredicate<JavaClass> areDomainTypes() {
        return DescribedPredicate.describe(
                "are public, hold state and belong to the model's vocabulary",
                type ->
                        type.getPackageName().startsWith(root + ".model")
                                && !type.getPackageName().matches(".*\\.(codec|cel|live|edit)")
                                && type.getModifiers().contains(JavaModifier.PUBLIC)
                                && type.getFields().stream()
                                        .anyMatch(field ->
                                                !field.getModifiers()
                                                        .contains(JavaModifier.STATIC)));
    }

    private static ArchCondition<JavaClass> beValues() {
        return new ArchCondition<>("be records, enums, sealed or thrown") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean isValue =
                        type.isRecord()
                                || type.isEnum()
                                || type.isAssignableTo(Throwable.class)
                                || type.reflect().isSealed();
                events.add(
                        new SimpleConditionEvent(
                                type, isValue, type.getName() + " is a class with state"));
            }
        };
    }

    private static ArchCondition<JavaClass> beNullMarked() {
        return new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean isMarked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(
                        new SimpleConditionEvent(
                                type,
                                isMarked,
                                type.getPackageName() + " is not @NullMarked (" + type + ")"));
            }
        };
    }
}
