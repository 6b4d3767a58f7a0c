/** Checks of text bundles against the code that uses them. */
@NullMarked
package io.github.binnacle.testkit.text;

import org.jspecify.annotations.NullMarked;
