/** Wires the rooms together, starts and stops. */
@NullMarked
package io.github.binnacle.app;

import org.jspecify.annotations.NullMarked;
