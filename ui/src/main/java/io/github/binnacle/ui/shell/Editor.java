package io.github.binnacle.ui.shell;

import io.github.binnacle.model.address.Address;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** One open thing: what a tab, the inspector and the bottom panel show of it. */
public interface Editor extends AutoCloseable {
    /** Address that opens this again. */
    Address address();

    /** Goes to a place within; false if the address is not of this editor. */
    boolean reveal(Address address);

    ObservableValue<String> title();

    /** Icon of its kind, by code of the icon packs. */
    String icon();

    /** State shown in the tab; null when there is nothing to say. */
    ObservableValue<@Nullable Node> mark();

    Node content();

    /** Describes what is selected. */
    Node inspector();

    /** What it adds to the bottom panel, in order. */
    List<Panel> panels();

    /** Says whether the bottom panel is open until the user decides. */
    boolean showsPanelsAtFirst();

    /** A few facts for the status bar. */
    ObservableValue<String> facts();

    /** What can be asked for while it is in front. */
    List<Command> commands();

    @Override
    void close();
}
