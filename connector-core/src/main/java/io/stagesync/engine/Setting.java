package io.stagesync.engine;

import io.stagesync.mapping.Mapping;
import io.stagesync.state.Store;

/**
 * What a run works with: what is remembered, both CRMs, what the words mean, the world outside, and
 * how its work is done beside each other.
 *
 * @param prover says what breaks a law
 */
record Setting(
    Store store,
    Crms crms,
    Mapping mapping,
    Surroundings around,
    Beside beside,
    Laws.Prover prover) {}
