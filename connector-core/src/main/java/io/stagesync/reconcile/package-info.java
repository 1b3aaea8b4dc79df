/**
 * Decides, for one pair of records, what is to become of them. Pure: the same values in, the same
 * decision out.
 */
@NullMarked
package io.stagesync.reconcile;

import org.jspecify.annotations.NullMarked;
