@NullMarked
package io.github.binnacle.testkit.rules.sample.editors.lineage;

import org.jspecify.annotations.NullMarked;
