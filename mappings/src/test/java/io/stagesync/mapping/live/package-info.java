/** A mapping held against org and account as they are on their first day, and as they drift. */
@NullMarked
package io.stagesync.mapping.live;

import org.jspecify.annotations.NullMarked;
