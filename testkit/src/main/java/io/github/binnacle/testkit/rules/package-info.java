/** The rules of the house, checked against the compiled classes. */
@NullMarked
package io.github.binnacle.testkit.rules;

import org.jspecify.annotations.NullMarked;
