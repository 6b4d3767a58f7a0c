/** A small drawing surface with three targets: the window, PNG and SVG. */
@NullMarked
package io.github.binnacle.ui.draw;

import org.jspecify.annotations.NullMarked;
