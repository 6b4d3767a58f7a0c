/** Project files: binnacle.yaml, proposals, local secrets. */
@NullMarked
package io.github.binnacle.localengine.project;

import org.jspecify.annotations.NullMarked;
