/** Edits of pipeline documents; each changes only the lines concerned. */
@NullMarked
package io.github.binnacle.model.pipeline.edit;

import org.jspecify.annotations.NullMarked;
