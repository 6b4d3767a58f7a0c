/** Where work runs, and the project it belongs to. */
@NullMarked
package io.github.binnacle.model.workplace;

import org.jspecify.annotations.NullMarked;
