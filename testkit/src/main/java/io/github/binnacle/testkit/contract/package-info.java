/**
 * One abstract test class per port; every implementation, the fake included, extends and passes it.
 */
@NullMarked
package io.github.binnacle.testkit.contract;

import org.jspecify.annotations.NullMarked;
