/** The control that shows a graph: pans, zooms, selects. */
@NullMarked
package io.github.binnacle.ui.graph.canvas;

import org.jspecify.annotations.NullMarked;
