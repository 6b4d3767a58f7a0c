/** Ports that live in memory, for tests. Each passes the contract test of its port. */
@NullMarked
package io.github.binnacle.testkit.fake;

import org.jspecify.annotations.NullMarked;
