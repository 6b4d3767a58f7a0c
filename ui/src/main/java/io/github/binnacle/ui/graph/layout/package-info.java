/** Places nodes and groups from left to right and routes the links between them. */
@NullMarked
package io.github.binnacle.ui.graph.layout;

import org.jspecify.annotations.NullMarked;
