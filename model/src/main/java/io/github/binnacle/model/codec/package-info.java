/** Reads and writes YAML and JSON; the only users of snakeyaml-engine and jackson-core. */
@NullMarked
package io.github.binnacle.model.codec;

import org.jspecify.annotations.NullMarked;
