/** Whole runs against two CRMs in memory and a real store. */
@NullMarked
package io.stagesync.engine;

import org.jspecify.annotations.NullMarked;
