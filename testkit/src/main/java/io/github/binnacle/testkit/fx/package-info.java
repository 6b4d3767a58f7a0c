/** JavaFX without a screen. */
@NullMarked
package io.github.binnacle.testkit.fx;

import org.jspecify.annotations.NullMarked;
