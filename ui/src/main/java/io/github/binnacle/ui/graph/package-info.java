/** A graph of nodes with ports, nested groups and links; knows nothing of pipelines. */
@NullMarked
package io.github.binnacle.ui.graph;

import org.jspecify.annotations.NullMarked;
