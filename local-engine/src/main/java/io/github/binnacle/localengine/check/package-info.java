/** Says of a whole repository what of it runs on this computer. */
@NullMarked
package io.github.binnacle.localengine.check;

import org.jspecify.annotations.NullMarked;
