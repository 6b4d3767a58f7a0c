/** Documents to try readers with: large ones, and ones that were damaged. */
@NullMarked
package io.github.binnacle.testkit.documents;

import org.jspecify.annotations.NullMarked;
