/** Opens pipeline files: graph, text, problems, and what is needed to run them. */
@NullMarked
package io.github.binnacle.editors.pipeline;

import org.jspecify.annotations.NullMarked;
