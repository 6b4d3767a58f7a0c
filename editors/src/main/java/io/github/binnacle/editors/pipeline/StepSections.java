package io.github.binnacle.editors.pipeline;

import io.github.binnacle.editors.parts.PortSwatch;
import io.github.binnacle.editors.parts.Sections;
import io.github.binnacle.editors.parts.StepFacts;
import io.github.binnacle.editors.parts.StepTitles;
import io.github.binnacle.editors.parts.TypeLook;
import io.github.binnacle.editors.parts.ValueText;
import io.github.binnacle.model.pipeline.GraphNode;
import io.github.binnacle.model.pipeline.GraphPort;
import io.github.binnacle.model.pipeline.PipelineGraph.PortEnd;
import io.github.binnacle.model.pipeline.PipelineSpec;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Writes down what a pipeline or one of its steps takes, gives and needs. */
final class StepSections {
    private static final Texts TEXTS = Texts.of(StepSections.class);

    private final PipelineContent.Ready ready;
    private final Consumer<List<String>> select;

    /**
     * @param select is given the task path of a step that the user goes to
     */
    StepSections(PipelineContent.Ready ready, Consumer<List<String>> select) {
        this.ready = ready;
        this.select = select;
    }

    Sections pipeline() {
        PipelineSpec spec = ready.document().spec();
        GraphNode root = ready.graph().root();
        Sections sections = new Sections();
        sections.head(
                icon("mdoal-account_tree"),
                spec.pipelineInfo().name(),
                spec.pipelineInfo().description());
        if (!root.inputs().isEmpty()) {
            sections.section(TEXTS.get("inspector.inputs"));
            root.inputs()
                    .forEach(port ->
                            sections.port(port.type(), port.name(), type(port), given(port)));
        }
        if (!root.outputs().isEmpty()) {
            sections.section(TEXTS.get("inspector.outputs"));
            root.outputs().forEach(port -> sections.add(output(port, "")));
        }
        sections.section(TEXTS.get("inspector.file"));
        sections.fact(TEXTS.get("inspector.schema"), spec.schemaVersion());
        sections.fact(TEXTS.get("inspector.sdk"), spec.sdkVersion());
        return sections;
    }

    Sections step(GraphNode node) {
        StepTitles titles = new StepTitles(ready.graph());
        StepLinks links = new StepLinks(ready.graph());
        Sections sections = new Sections();
        sections.head(icon(StepFacts.icon(node)), titles.of(node), node.name());
        if (!node.inputs().isEmpty()) {
            sections.section(TEXTS.get("inspector.inputs"));
            for (GraphPort port : node.inputs()) {
                PortEnd end = new PortEnd(node.path(), true, port.name());
                Node value =
                        links.source(end)
                                .map(source -> link(source, titles))
                                .orElseGet(() -> given(port));
                sections.port(port.type(), StepTitles.portName(port.name()), type(port), value);
            }
        }
        if (!node.outputs().isEmpty()) {
            sections.section(TEXTS.get("inspector.outputs"));
            for (GraphPort port : node.outputs()) {
                int uses = links.uses(new PortEnd(node.path(), false, port.name()));
                sections.add(output(port, TEXTS.get("inspector.uses", "count", uses)));
            }
        }
        addMeans(sections, node);
        return sections;
    }

    private static void addMeans(Sections sections, GraphNode node) {
        if (!node.facts().image().isEmpty()) {
            sections.section(TEXTS.get("inspector.runs-in"));
            sections.add(Sections.value(node.facts().image(), "bn-code"));
            List<Label> packages =
                    node.facts().packages().stream()
                            .map(name -> Controls.chip(name, "neutral"))
                            .toList();
            sections.chips(packages);
        }
        if (node.kind().isGroup()) {
            addGroup(sections, node);
            return;
        }
        sections.section(TEXTS.get("inspector.behaviour"));
        List<Label> chips = new ArrayList<>();
        StepFacts.resources(node.facts().resources())
                .forEach(word -> chips.add(Controls.chip(word, "neutral")));
        boolean isCached = node.facts().isCached();
        chips.add(
                isCached
                        ? Controls.chip(TEXTS.get("inspector.cache-on"), "cached")
                        : Controls.chip(TEXTS.get("inspector.cache-off"), "neutral"));
        if (node.facts().retries() > 0) {
            String retries = TEXTS.get("inspector.retries", "count", node.facts().retries());
            chips.add(Controls.chip(retries, "neutral"));
        }
        sections.chips(chips);
    }

    private static void addGroup(Sections sections, GraphNode node) {
        if (!node.condition().isEmpty()) {
            sections.section(TEXTS.get("inspector.condition"));
            Label condition = Controls.paragraph(node.condition(), "bn-code", "bn-value");
            sections.add(condition);
        }
        if (node.loop() != null) {
            sections.section(TEXTS.get("inspector.repeats"));
            sections.add(Sections.value(node.loop().over(), "bn-code"));
        }
    }

    private static FontIcon icon(String code) {
        FontIcon icon = Controls.icon(code);
        icon.setIconSize(18);
        return icon;
    }

    private static String type(GraphPort port) {
        String word = TypeLook.word(port.type());
        return port.constant() == null && port.defaultValue() != null
                ? TEXTS.get("inspector.default", "type", word)
                : word;
    }

    private Label link(PortEnd source, StepTitles titles) {
        String from =
                source.node().isEmpty()
                        ? TEXTS.get("inspector.from-pipeline", "port", source.port())
                        : TEXTS.get(
                                "inspector.from-step",
                                "step",
                                titles.of(source.node()),
                                "port",
                                StepTitles.portName(source.port()));
        Label link = Sections.value(from, "bn-link-value");
        link.setGraphic(Controls.icon("mdoal-link"));
        link.setOnMouseClicked(_ -> select.accept(source.node()));
        return link;
    }

    private static Label given(GraphPort port) {
        if (port.constant() != null) {
            return Sections.value(ValueText.brief(port.constant()));
        }
        if (port.defaultValue() != null) {
            return Sections.value(ValueText.brief(port.defaultValue()), "bn-muted");
        }
        return port.isRequired()
                ? Sections.value(TEXTS.get("inspector.required"), "bn-muted")
                : Sections.value(TEXTS.get("inspector.unset"), "bn-muted");
    }

    private static HBox output(GraphPort port, String uses) {
        Label about = Controls.label(TypeLook.word(port.type()), "bn-small", "bn-muted");
        if (!uses.isEmpty()) {
            about.setText(TypeLook.word(port.type()) + " → " + uses);
        }
        about.setMinWidth(Region.USE_PREF_SIZE);
        Label name = Controls.label(StepTitles.portName(port.name()), "bn-field-label");
        return Controls.row(new PortSwatch(port.type()), name, Controls.spacer(), about);
    }
}
