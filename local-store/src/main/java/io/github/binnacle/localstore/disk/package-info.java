/** Files that only their user can read, and digests of contents. */
@NullMarked
package io.github.binnacle.localstore.disk;

import org.jspecify.annotations.NullMarked;
