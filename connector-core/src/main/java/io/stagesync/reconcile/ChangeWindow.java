package io.stagesync.reconcile;

import java.time.Instant;

/**
 * Between which two moments of its own CRM's clock a field changed. Both are the same where the
 * field's history is known.
 *
 * @param notBefore the stamp of the last version that still showed the older value
 * @param notAfter the stamp of the first version that showed the newer one
 * @param exact whether it comes from the field's history, so that asking for that again is useless
 */
public record ChangeWindow(Instant notBefore, Instant notAfter, boolean exact) {}
