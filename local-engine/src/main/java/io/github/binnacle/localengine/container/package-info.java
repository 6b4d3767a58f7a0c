/** Finds programs that run containers on this computer. */
@NullMarked
package io.github.binnacle.localengine.container;

import org.jspecify.annotations.NullMarked;
