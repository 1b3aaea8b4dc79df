/** What a benchmark measures, by a clock that the tests hold. */
@NullMarked
package io.stagesync.app.benchmark;

import org.jspecify.annotations.NullMarked;
