package io.github.binnacle.model.workplace;

import java.util.Map;
import java.util.Optional;

/** Supplies the secrets and config maps of local runs. Values never enter logs or lineage. */
public interface SecretSource {
    /** Returns the keys and values of an entry; empty if there is no such entry. */
    Optional<Map<String, String>> find(Kind kind, String name);

    /** Kinds of entries, as Kubernetes has them. */
    enum Kind {
        SECRET,
        CONFIG_MAP
    }
}
