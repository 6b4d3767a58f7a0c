/** One way to name anything a user can point at. */
@NullMarked
package io.github.binnacle.model.address;

import org.jspecify.annotations.NullMarked;
