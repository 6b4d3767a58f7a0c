package io.github.binnacle.ui.shell;

import io.github.binnacle.model.address.Address;
import java.util.Optional;

/** Opens addresses of one kind. */
@FunctionalInterface
public interface EditorProvider {
    /** Makes an editor; empty if addresses of this kind are another's. */
    Optional<Editor> open(Address address);
}
