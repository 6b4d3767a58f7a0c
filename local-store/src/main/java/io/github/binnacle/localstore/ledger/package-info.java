/** The ledger: runs, attempts and lineage, in one file that ML Metadata reads as well. */
@NullMarked
package io.github.binnacle.localstore.ledger;

import org.jspecify.annotations.NullMarked;
