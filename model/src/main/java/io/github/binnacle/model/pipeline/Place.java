package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.address.Address;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a problem is.
 *
 * @param where what it is about
 * @param part YAML document: 0 for the pipeline spec, 1 for the platform spec
 * @param keys way to the node of the text, or as far as it goes
 */
record Place(Address where, int part, List<String> keys) {
    Place {
        keys = List.copyOf(keys);
    }

    /** Returns a place further in, about the same thing. */
    Place at(String... further) {
        List<String> longer = new ArrayList<>(keys);
        longer.addAll(List.of(further));
        return new Place(where, part, longer);
    }

    /** Returns the place of an input of this task. */
    Place input(String name) {
        return port(true, name);
    }

    /** Returns the place of an output of this task. */
    Place output(String name) {
        return port(false, name);
    }

    private Place port(boolean isInput, String name) {
        return where instanceof Address.TaskAddress task
                ? new Place(new Address.PortAddress(task, isInput, name), part, keys)
                : this;
    }
}
