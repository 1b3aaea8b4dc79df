package io.stagesync.salesforce.simulator;

import java.util.Optional;

/**
 * What a lead became.
 *
 * @param opportunity empty where it was converted without one
 */
public record ConvertedLead(String contact, String account, Optional<String> opportunity) {}
