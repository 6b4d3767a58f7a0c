package io.github.binnacle.testkit.rules;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * What classes may and may not do, each rule with its reason. A rule that finds nothing to check
 * fails.
 *
 * @param root package with one package per room
 */
public record ArchitectureRules(String root) {

    public List<ArchRule> all() {
        return Stream.of(
                        new ImportRules(root).all(),
                        new ThreadRules(root).all(),
                        new ShapeRules(root).all())
                .flatMap(List::stream)
                .toList();
    }
}
