/** Where a user arrives: the welcome, and the example to run first. */
@NullMarked
package io.github.binnacle.editors.home;

import org.jspecify.annotations.NullMarked;
