package io.stagesync.proof;

import java.util.Optional;

/**
 * What became of proving a mapping file.
 *
 * @param certificate what was looked at
 * @param counterexample what breaks a law; empty: every law is kept in all that was looked at
 */
public record Proven(Certificate certificate, Optional<Counterexample> counterexample) {}
