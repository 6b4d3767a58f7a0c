/** Makes live values of the ledger's event sequence. */
@NullMarked
package io.github.binnacle.localengine.follow;

import org.jspecify.annotations.NullMarked;
