/** Expected outputs in files that are reviewed like code. */
@NullMarked
package io.github.binnacle.testkit.golden;

import org.jspecify.annotations.NullMarked;
