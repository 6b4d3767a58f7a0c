/** Artifacts, executions and contexts in ML Metadata's words. */
@NullMarked
package io.github.binnacle.model.lineage;

import org.jspecify.annotations.NullMarked;
