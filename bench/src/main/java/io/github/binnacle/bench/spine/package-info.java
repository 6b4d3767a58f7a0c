/** The promises about documents, the local engine and its record. */
@NullMarked
package io.github.binnacle.bench.spine;

import org.jspecify.annotations.NullMarked;
