/** SQLite: connections, threads, statements. */
@NullMarked
package io.github.binnacle.localstore.sql;

import org.jspecify.annotations.NullMarked;
