/** KFP pipelines: the spec, the document that holds it, its graph and its validation. */
@NullMarked
package io.github.binnacle.model.pipeline;

import org.jspecify.annotations.NullMarked;
