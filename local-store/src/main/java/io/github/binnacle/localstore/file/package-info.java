/** What lies in files: the home folder, blobs, trust, secrets. */
@NullMarked
package io.github.binnacle.localstore.file;

import org.jspecify.annotations.NullMarked;
