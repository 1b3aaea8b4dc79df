package io.stagesync.mapping;

import io.stagesync.vocabulary.Side;
import java.util.Optional;

/**
 * What a CRM does by itself when a person enters a label: a workflow, an e-mail, an opportunity.
 *
 * @param cap how many people one run may bring there without a person's approval of exactly that
 *     plan; 0: none
 * @param in the side that does it; empty: either, so that a write to any of them counts
 * @param because what it sets off, for people
 */
public record SideEffects(int cap, Optional<Side> in, String because) {}
