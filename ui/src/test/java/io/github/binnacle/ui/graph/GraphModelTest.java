package io.github.binnacle.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphModelTest {
    @Test
    void needsNoOtherLayoutForOtherStates() {
        GraphModel running = SampleGraphs.running();
        List<GraphModel.Node> waiting =
                running.nodes().stream()
                        .map(node ->
                                node.withStatus(
                                        GraphModel.Status.of(GraphModel.Glyph.WAITING, "queued")))
                        .toList();

        GraphModel other = new GraphModel(waiting, running.groups(), running.links(), true);

        assertThat(other.hasLayoutOf(running)).isTrue();
    }

    @Test
    void needsAnotherLayoutForAFooterWithoutRoom() {
        GraphModel idle = SampleGraphs.chain();
        GraphModel.Status status = GraphModel.Status.of(GraphModel.Glyph.FAILED, "Out of memory");
        List<GraphModel.Node> failed =
                idle.nodes().stream().map(node -> node.withStatus(status)).toList();

        GraphModel other = new GraphModel(failed, idle.groups(), idle.links(), false);

        assertThat(other.hasLayoutOf(idle)).isFalse();
    }

    @Test
    void closesGroupsWithAllTheyContain() {
        GraphModel model = SampleGraphs.churn();

        GraphModel closed = model.collapsed(Set.of("exit"), (_, nodes) -> nodes + " steps");

        assertThat(closed.groups()).isEmpty();
        assertThat(closed.nodes())
                .extracting(GraphModel.Node::id)
                .containsExactly("exit", "summary");
        assertThat(closed.nodes().getFirst().face().subtitle()).isEqualTo("10 steps");
        assertThat(closed.links()).containsExactly(GraphModel.Link.ordering("exit", "summary"));
    }

    @Test
    void keepsLinksToTheBorderOfAClosedGroup() {
        GraphModel model = SampleGraphs.churn();

        GraphModel closed = model.collapsed(Set.of("loop"), (_, _) -> "");

        assertThat(closed.links())
                .extracting(link -> link.from().owner() + " " + link.to().owner())
                .contains("load loop", "loop pick")
                .doesNotContain("loop train", "train loop");
    }
}
