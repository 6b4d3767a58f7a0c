/** Decides how each executor of a pipeline runs on this computer, or why it cannot. */
@NullMarked
package io.github.binnacle.localengine.plan;

import org.jspecify.annotations.NullMarked;
