package io.github.binnacle.editors.parts;

import io.github.binnacle.model.pipeline.GraphPort;
import io.github.binnacle.ui.graph.GraphModel.Port;
import io.github.binnacle.ui.graph.GraphModel.PortShape;
import io.github.binnacle.ui.text.Texts;
import java.util.List;

/** Draws ports: squares for artifacts, circles for parameters, in the colour of their type. */
final class PortDrawing {
    private static final Texts TEXTS = Texts.of(PortDrawing.class);

    private PortDrawing() {}

    static List<Port> of(List<GraphPort> ports) {
        return ports.stream().map(PortDrawing::port).toList();
    }

    private static Port port(GraphPort port) {
        return new Port(
                port.name(),
                StepTitles.portName(port.name()),
                port.isParameter() ? PortShape.CIRCLE : PortShape.SQUARE,
                TypeLook.token(port.type()),
                port.isList(),
                port.isRequired() && !port.isSet(),
                tip(port));
    }

    private static String tip(GraphPort port) {
        StringBuilder tip = new StringBuilder(StepTitles.portName(port.name()));
        tip.append(" · ").append(TypeLook.word(port.type()));
        if (port.constant() != null) {
            tip.append('\n')
                    .append(TEXTS.get("port.value", "value", ValueText.brief(port.constant())));
        } else if (port.defaultValue() != null) {
            tip.append('\n')
                    .append(
                            TEXTS.get(
                                    "port.default", "value", ValueText.brief(port.defaultValue())));
        }
        if (!port.description().isEmpty()) {
            tip.append('\n').append(port.description());
        }
        return tip.toString();
    }
}
