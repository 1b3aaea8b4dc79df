package io.stagesync.proof;

import io.stagesync.reconcile.PairView;

/**
 * A law that is broken.
 *
 * @param start where it begins
 * @param syncs how many syncs show it
 */
record Breach(Law law, PairView start, int syncs) {}
