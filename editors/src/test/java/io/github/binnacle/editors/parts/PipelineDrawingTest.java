package io.github.binnacle.editors.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.editors.WindowFixture;
import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineGraph;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.ui.graph.GraphModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PipelineDrawingTest {
    private final PipelineGraph graph = graph();
    private final GraphModel drawing = PipelineDrawing.of(graph, false);

    private static PipelineGraph graph() {
        Outcome<PipelineDocument> read =
                PipelineDocument.parse(new DocumentAddress("sweep.yaml"), WindowFixture.text());
        return PipelineGraph.of(((Outcome.Done<PipelineDocument>) read).value());
    }

    @Test
    void saysWhatGroupsDo() {
        Map<String, String> titles =
                drawing.groups().stream()
                        .collect(Collectors.toMap(GraphModel.Group::id, GraphModel.Group::title));

        assertThat(titles)
                .isEqualTo(
                        Map.of(
                                "exit-handler-1", "Always at the end: Notify",
                                "exit-handler-1/for-loop-2", "For each depth in depths",
                                "exit-handler-1/condition-3", "If Pick best ≥ 0.85"));
    }

    @Test
    void namesStepsAndWhatTheyRun() {
        GraphModel.Node train =
                drawing.nodes().stream()
                        .filter(node -> node.id().endsWith("/train-model"))
                        .findFirst()
                        .orElseThrow();

        assertThat(train.face().title()).isEqualTo("Train model");
        assertThat(train.face().subtitle()).isEqualTo("2 CPU · 4Gi · python 3.11");
        assertThat(train.parent()).isEqualTo("exit-handler-1/for-loop-2");
        assertThat(train.spoken()).isEqualTo("Train model, step, 2 inputs, 2 outputs");
    }

    @Test
    void linksOnlyNodesAndPortsThatAreThere() {
        List<String> owners =
                drawing.links().stream()
                        .flatMap(link -> List.of(link.from().owner(), link.to().owner()).stream())
                        .distinct()
                        .toList();
        List<String> ids =
                new ArrayList<>(drawing.nodes().stream().map(GraphModel.Node::id).toList());
        drawing.groups().forEach(group -> ids.add(group.id()));

        assertThat(ids).containsAll(owners);
    }

    @Test
    void turnsIdsBackIntoPaths() {
        assertThat(PipelineDrawing.path("a/b")).containsExactly("a", "b");
        assertThat(PipelineDrawing.path(PipelineDrawing.INPUTS)).isEmpty();
        assertThat(PipelineDrawing.path("")).isEmpty();
    }
}
