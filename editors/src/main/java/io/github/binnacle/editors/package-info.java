/** The window: it joins the features to the shell. */
@NullMarked
package io.github.binnacle.editors;

import org.jspecify.annotations.NullMarked;
