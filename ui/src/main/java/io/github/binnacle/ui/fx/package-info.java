/** The bridge from other threads to JavaFX's. */
@NullMarked
package io.github.binnacle.ui.fx;

import org.jspecify.annotations.NullMarked;
