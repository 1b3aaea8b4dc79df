/** A mapping held against what both CRMs really have, and where people mend what does not fit. */
@NullMarked
package io.stagesync.mapping.live;

import org.jspecify.annotations.NullMarked;
