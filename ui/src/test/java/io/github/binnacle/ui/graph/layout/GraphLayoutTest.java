package io.github.binnacle.ui.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Spot;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.SampleGraphs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold for both layouts. */
class GraphLayoutTest {
    private record Case(String name, GraphModel model, Function<GraphModel, GraphLayout> layout) {
        GraphLayout apply() {
            return layout.apply(model);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        add(cases, "chain", SampleGraphs.chain());
        add(cases, "churn", SampleGraphs.churn());
        add(cases, "running", SampleGraphs.running());
        add(cases, "layered", SampleGraphs.layered(120, 10, 7));
        add(cases, "nested", SampleGraphs.nested(4));
        add(cases, "cycle", SampleGraphs.cycle());
        add(cases, "empty", GraphModel.EMPTY);
        return cases.stream();
    }

    private static void add(List<Case> cases, String name, GraphModel model) {
        cases.add(new Case(name + " by ELK", model, GraphLayout::of));
        cases.add(new Case(name + " linearly", model, GraphLayoutTest::linear));
    }

    private static GraphLayout linear(GraphModel model) {
        GraphLevels levels = new GraphLevels(model);
        return new Routing(levels, new LinearLayout(levels).place()).finish();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void putsNothingOverAnythingElseOfItsLevel(Case example) {
        GraphLayout layout = example.apply();

        GraphLevels levels = new GraphLevels(example.model());
        List<String> parents = new ArrayList<>(levels.groups().keySet());
        parents.add(GraphModel.ROOT);
        for (String parent : parents) {
            List<String> children = levels.children(parent);
            for (int i = 0; i < children.size(); i++) {
                for (int j = i + 1; j < children.size(); j++) {
                    Box one = layout.box(children.get(i));
                    Box other = layout.box(children.get(j));
                    assertThat(one.overlaps(other))
                            .as("%s over %s", children.get(i), children.get(j))
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void keepsEverythingBelowTheHeaderOfItsGroup(Case example) {
        GraphLayout layout = example.apply();

        GraphLevels levels = new GraphLevels(example.model());
        for (GraphModel.Group group : example.model().groups()) {
            Box outer = layout.box(group.id());
            for (String child : levels.children(group.id())) {
                Box inner = layout.box(child);
                assertThat(outer.contains(inner)).as("%s in %s", child, group.id()).isTrue();
                assertThat(inner.y() - outer.y()).isGreaterThanOrEqualTo(NodeGeometry.GROUP_HEADER);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leadsLinksFromLeftToRight(Case example) {
        if (example.name().startsWith("cycle")) {
            return;
        }

        GraphLayout layout = example.apply();

        for (GraphModel.Link link : example.model().links()) {
            Spot from = layout.ports().get(link.from());
            Spot to = layout.ports().get(link.to());
            assertThat(to.x()).as("%s", link).isGreaterThan(from.x());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void routesEveryLinkFromItsPortToItsPort(Case example) {
        GraphLayout layout = example.apply();

        for (GraphModel.Link link : example.model().links()) {
            GraphLayout.Ends ends = new GraphLayout.Ends(link.from(), link.to());
            Box bounds = layout.routes().get(ends).bounds().grown(0.5);
            Spot from = layout.ports().get(link.from());
            Spot to = layout.ports().get(link.to());
            assertThat(bounds.contains(from.x(), from.y())).isTrue();
            assertThat(bounds.contains(to.x(), to.y())).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTheSameEveryTime(Case example) {
        GraphLayout first = example.apply();

        GraphLayout second = example.apply();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void leavesOutLinksToNothing() {
        GraphModel chain = SampleGraphs.chain();
        GraphModel.Link dangling = GraphModel.Link.ordering("train", "a node that is not there");
        GraphModel model = new GraphModel(chain.nodes(), chain.groups(), List.of(dangling), false);

        GraphLayout layout = GraphLayout.of(model);

        assertThat(layout.routes()).isEmpty();
    }

    @Test
    void laysOutTenThousandNodes() {
        GraphModel model = SampleGraphs.layered(10_000, 100, 1);

        GraphLayout layout = GraphLayout.of(model);

        assertThat(layout.boxes()).hasSize(10_000);
    }

    @Test
    void laysOutALongChainOfGroups() {
        GraphModel model = SampleGraphs.nested(60);

        GraphLayout layout = GraphLayout.of(model);

        assertThat(layout.boxes()).hasSize(120);
    }
}
