/** Conditions and selectors in CEL; the only user of dev.cel. */
@NullMarked
package io.github.binnacle.model.cel;

import org.jspecify.annotations.NullMarked;
