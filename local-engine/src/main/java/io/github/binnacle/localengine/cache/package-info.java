/** Keys under which outputs of tasks are found again. */
@NullMarked
package io.github.binnacle.localengine.cache;

import org.jspecify.annotations.NullMarked;
