/** Paints a placed graph, at the level of detail that the zoom allows. */
@NullMarked
package io.github.binnacle.ui.graph.paint;

import org.jspecify.annotations.NullMarked;
