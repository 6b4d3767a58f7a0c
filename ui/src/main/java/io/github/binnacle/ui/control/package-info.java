/** Controls in the design's look: buttons, chips, bars, and the states that every view shows. */
@NullMarked
package io.github.binnacle.ui.control;

import org.jspecify.annotations.NullMarked;
