/** What every adapter has to hold to, and one that lives in memory. */
@NullMarked
package io.stagesync.port;

import org.jspecify.annotations.NullMarked;
