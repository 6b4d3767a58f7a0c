/** A view of source text: highlighted, numbered, with marks where something is wrong. */
@NullMarked
package io.github.binnacle.ui.code;

import org.jspecify.annotations.NullMarked;
