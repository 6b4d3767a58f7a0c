/** A view of a log that grows, read by stretches and kept within bounds. */
@NullMarked
package io.github.binnacle.ui.log;

import org.jspecify.annotations.NullMarked;
