package io.github.binnacle.model.edit;

import io.github.binnacle.model.problem.Problem;
import java.util.List;

/**
 * One change that a user makes to a document.
 *
 * @param <D> an immutable document
 */
public interface Edit<D> {
    /**
     * Returns the changed document.
     *
     * @throws IllegalArgumentException if the edit cannot be made, which {@link #problems} tells
     *     before
     */
    D applyTo(D document);

    /** Says why the edit cannot be made to a document; empty if it can. */
    default List<Problem> problems(D document) {
        return List.of();
    }

    /**
     * Says whether this edit goes on with an earlier one, as typing does: both are undone at once.
     */
    default boolean continues(Edit<D> earlier) {
        return false;
    }
}
