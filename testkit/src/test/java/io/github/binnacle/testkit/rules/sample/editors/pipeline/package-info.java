@NullMarked
package io.github.binnacle.testkit.rules.sample.editors.pipeline;

import org.jspecify.annotations.NullMarked;
